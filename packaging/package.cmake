# SPDX-FileCopyrightText: The Hourpass authors
# SPDX-License-Identifier: Apache-2.0

# How CPack makes the .deb; `./dev package` runs it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hourpass)
set(CPACK_PACKAGE_VENDOR "The Hourpass authors")
set(CPACK_PACKAGE_CONTACT "The Hourpass authors <hourpass@users.noreply.github.com>")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://github.com/hourpass/hourpass")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Hourpass keeps IBM Cloud API keys in the system keychain, trades a key
for an IAM access token, shows the token with a live countdown and copies
it in one click. hourpass-cli does the same in a shell.")

# What the linker knows, and what it cannot know: QtKeychain opens libsecret at run time, and its
# own package does not ask for it. Without a Secret Service a key lasts for one run only, and
# without Qt's translations the standard buttons stay English: both are wanted, neither is a must.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libsecret-1-0)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "gnome-keyring | libkf5wallet-bin | keepassxc, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS qt6-wayland)

include(CPack)
