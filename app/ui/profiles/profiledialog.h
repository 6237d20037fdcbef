// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"
#include "profiles/profile.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace hourpass {

/// Makes or changes a profile. Holds no rule beyond what a field may look like: it emits what was
/// entered, and is told how that went.
class ProfileDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Mode {
        Add,
        Edit,
        Adopt, ///< the keychain has the key already
    };

    ProfileDialog(Mode mode, const Profile &profile, QWidget *parent = nullptr);
    ~ProfileDialog() override;

    /// Fills in a key that was found in a file; it is not shown.
    void setKey(const Secret &key);
    /// There is no keychain: the key will be kept for this run alone.
    void setForThisRunOnly(bool only);
    void setBusy(bool busy);
    bool isBusy() const { return m_isBusy; }
    void showFault(const Error &error);

Q_SIGNALS:
    /// `key` is empty where a key that is stored shall stay.
    void saveRequested(const hourpass::Profile &profile, const hourpass::Secret &key);

private:
    void createFields(QFormLayout *form);
    void prepareKeyField();
    QWidget *createEndpointField();
    QWidget *createCaFileField();
    void chooseCaFile();
    void checkEnteredKey();
    void save();
    Secret enteredKey() const;
    Result<std::optional<TrustedProfile>> enteredAssumeProfile() const;

    Mode m_mode;
    Profile m_profile;
    Secret m_importedKey;
    bool m_isBusy = false;
    QLineEdit *m_name;
    QLineEdit *m_key;
    QLineEdit *m_endpoint;
    QLineEdit *m_caFile;
    QLineEdit *m_assumeProfile;
    QSpinBox *m_minimumLife;
    QCheckBox *m_keepFresh;
    QCheckBox *m_pinned;
    QCheckBox *m_notifyBeforeEnd;
    QLabel *m_keyHint;
    QLabel *m_runOnly;
    QLabel *m_fault;
    QDialogButtonBox *m_buttons;
};

} // namespace hourpass
