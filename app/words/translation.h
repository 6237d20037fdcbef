// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QCoreApplication;

namespace hourpass {

/// Installs the interface's language, chosen by the user's locale: one of ours from the program's
/// resources, English where there is none. The locale en_XA is a pseudo-language, made of the
/// English texts: longer, accented and in brackets, so that a text that is not translatable or
/// does not fit shows at once.
void installTranslation(QCoreApplication &application);

} // namespace hourpass
