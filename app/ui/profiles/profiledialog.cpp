// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profiles/profiledialog.h"

#include "core/apikey.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"
#include "ui/parts/taborder.h"
#include "words/explanation.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

QString presetName(const EndpointPreset &preset)
{
    switch (preset.kind) {
    case EndpointPreset::Kind::Production:
        return ProfileDialog::tr("Production");
    case EndpointPreset::Kind::Private:
        return ProfileDialog::tr("Private network");
    case EndpointPreset::Kind::PrivateRegional:
        return ProfileDialog::tr("Private network, %1").arg(preset.region);
    case EndpointPreset::Kind::Test:
        return ProfileDialog::tr("Test");
    }
    return {};
}

QString titleFor(ProfileDialog::Mode mode)
{
    switch (mode) {
    case ProfileDialog::Mode::Edit:
        return ProfileDialog::tr("Edit profile");
    case ProfileDialog::Mode::Adopt:
        return ProfileDialog::tr("Make a profile of a key");
    case ProfileDialog::Mode::Add:
        break;
    }
    return ProfileDialog::tr("Add profile");
}

QWidget *fieldWithButton(QLineEdit *field, QWidget *button)
{
    auto *row = new QWidget(field->parentWidget());
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(field, 1);
    layout->addWidget(button);
    row->setFocusProxy(field);
    return row;
}

} // namespace

ProfileDialog::ProfileDialog(Mode mode, const Profile &profile, QWidget *parent)
    : QDialog(parent)
    , m_mode(mode)
    , m_profile(profile)
    , m_name(new QLineEdit(profile.name, this))
    , m_key(new QLineEdit(this))
    , m_endpoint(new QLineEdit(profile.endpoint.toString(), this))
    , m_caFile(new QLineEdit(profile.caFile, this))
    , m_assumeProfile(new QLineEdit(this))
    , m_minimumLife(new QSpinBox(this))
    , m_keepFresh(new QCheckBox(tr("&Keep a token fresh while Hourpass runs"), this))
    , m_pinned(new QCheckBox(tr("Show in the &tray menu"), this))
    , m_notifyBeforeEnd(new QCheckBox(tr("Tell &before a token ends"), this))
    , m_keyHint(noteLabel(this))
    , m_runOnly(noteLabel(this))
    , m_fault(noteLabel(this))
    , m_buttons(saveButtons(this))
{
    setWindowTitle(titleFor(mode));
    auto *layout = dialogLayout(this);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    createFields(form);
    // A caption is found only from beside its field, and these share a row with a button.
    m_endpoint->setAccessibleName(tr("Endpoint"));
    m_caFile->setAccessibleName(tr("CA file"));
    layout->addLayout(form);
    m_runOnly->setText(tr("There is no keychain in this session. The key can be used until "
                          "Hourpass ends; nothing is stored."));
    m_runOnly->hide();
    m_fault->hide();
    layout->addWidget(m_runOnly);
    layout->addWidget(m_fault);
    layout->addStretch();
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ProfileDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    tabInReadingOrder(*this);
    const int width = fontMetrics().averageCharWidth() * 72;
    resize(width, layout->totalHeightForWidth(width));
}

ProfileDialog::~ProfileDialog()
{
    m_key->clear();
}

void ProfileDialog::createFields(QFormLayout *form)
{
    m_name->setPlaceholderText(tr("For example prod-admin"));
    prepareKeyField();
    if (m_profile.assumeProfile)
        m_assumeProfile->setText(m_profile.assumeProfile->toString());
    m_assumeProfile->setPlaceholderText(tr("Profile-… or its CRN", "a trusted profile"));
    m_assumeProfile->setToolTip(
        tr("The key's own token is traded for one of this trusted profile."));
    m_minimumLife->setRange(0, 60);
    m_minimumLife->setSuffix(tr(" min", "minutes, after a number"));
    m_minimumLife->setValue(int(m_profile.minimumLife.count() / 60));
    m_minimumLife->setToolTip(tr("A copied token lasts at least this long: an older one is renewed "
                                 "first."));
    m_keepFresh->setChecked(m_profile.keepFresh);
    m_keepFresh->setToolTip(tr("Renews the token at 80 % of its life, without being asked. Each "
                               "renewal is an event in the account's audit log."));
    m_pinned->setChecked(m_profile.pinned);
    m_pinned->setToolTip(tr("At the top of the menu, in the order of the list. The tray icon shows "
                            "the worst state of these profiles."));
    m_notifyBeforeEnd->setChecked(m_profile.notifyBeforeEnd);
    m_notifyBeforeEnd->setToolTip(tr("A notification 5 minutes before, once for each token."));

    form->addRow(tr("Name"), m_name);
    form->addRow(tr("API key"), m_key);
    form->addRow(QString(), m_keyHint);
    auto *endpoint = createEndpointField();
    form->addRow(tr("Endpoint"), endpoint);
    auto *caFile = createCaFileField();
    form->addRow(tr("CA file"), caFile);
    form->addRow(tr("Trusted profile (optional)"), m_assumeProfile);
    form->addRow(tr("Minimum life"), m_minimumLife);
    form->addRow(QString(), m_keepFresh);
    form->addRow(QString(), m_pinned);
    form->addRow(QString(), m_notifyBeforeEnd);
    // The fields, not the rows they share with a button, are what the captions are for.
    static_cast<QLabel *>(form->labelForField(endpoint))->setBuddy(m_endpoint);
    static_cast<QLabel *>(form->labelForField(caFile))->setBuddy(m_caFile);
    checkEnteredKey();
}

void ProfileDialog::prepareKeyField()
{
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setMaxLength(4096);
    if (m_mode == Mode::Edit)
        m_key->setPlaceholderText(tr("Unchanged"));
    if (m_mode == Mode::Adopt)
        m_key->setPlaceholderText(tr("In the keychain already"));
    m_key->setEnabled(m_mode != Mode::Adopt);
    m_key->setToolTip(tr("The secret that IBM Cloud showed once, when the key was made. It is "
                         "kept in the system keychain and nowhere else."));
    connect(m_key, &QLineEdit::textChanged, this, &ProfileDialog::checkEnteredKey);
}

QWidget *ProfileDialog::createEndpointField()
{
    auto *button = new QPushButton(tr("Known endpoints"), this);
    button->setAutoDefault(false);
    auto *menu = new QMenu(button);
    for (const EndpointPreset &preset : endpointPresets()) {
        const QString url = preset.endpoint.toString();
        menu->addAction(presetName(preset) + u'\t' + preset.endpoint.host(), this,
                        [this, url] { m_endpoint->setText(url); });
    }
    button->setMenu(menu);
    m_endpoint->setToolTip(
        tr("The IAM service that the key belongs to. Only https:// is possible."));
    return fieldWithButton(m_endpoint, button);
}

QWidget *ProfileDialog::createCaFileField()
{
    auto *button = new QPushButton(tr("Choose…"), this);
    button->setAutoDefault(false);
    button->setAccessibleName(tr("Choose a CA file"));
    connect(button, &QPushButton::clicked, this, &ProfileDialog::chooseCaFile);
    m_caFile->setPlaceholderText(tr("Only if your company inspects its traffic"));
    return fieldWithButton(m_caFile, button);
}

void ProfileDialog::chooseCaFile()
{
    auto *chooser = new QFileDialog(this, tr("Choose a CA file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    chooser->open();
}

void ProfileDialog::setKey(const Secret &key)
{
    m_importedKey = key;
    m_key->setPlaceholderText(tr("From the file"));
    checkEnteredKey();
}

void ProfileDialog::setForThisRunOnly(bool only)
{
    m_runOnly->setVisible(only);
    growToFit(*this);
}

Secret ProfileDialog::enteredKey() const
{
    return m_key->text().isEmpty() ? m_importedKey : Secret(m_key->text().toUtf8());
}

Result<std::optional<TrustedProfile>> ProfileDialog::enteredAssumeProfile() const
{
    if (m_assumeProfile->text().trimmed().isEmpty())
        return std::nullopt;
    return TrustedProfile::parse(m_assumeProfile->text()).map([](const TrustedProfile &named) {
        return std::optional(named);
    });
}

void ProfileDialog::checkEnteredKey()
{
    const auto checked = checkKey(enteredKey());
    if (checked && !checked->warnings.isEmpty())
        m_keyHint->setText(keyWarningText(checked->warnings.first()));
    else
        m_keyHint->setText(tr("It goes to the system keychain, and to the endpoint below."));
    growToFit(*this);
}

void ProfileDialog::save()
{
    const auto endpoint = Endpoint::parse(m_endpoint->text());
    const auto key = checkKey(enteredKey());
    const auto name = cleanProfileName(m_name->text());
    const auto assumed = enteredAssumeProfile();
    const bool keepsKey = m_mode != Mode::Add && enteredKey().isEmpty();
    if (!name) {
        m_name->setFocus();
        showFault(name.error());
    } else if (!key && !keepsKey) {
        m_key->setFocus();
        showFault(key.error());
    } else if (!endpoint) {
        m_endpoint->setFocus();
        showFault(endpoint.error());
    } else if (!assumed) {
        m_assumeProfile->setFocus();
        showFault(assumed.error());
    } else {
        m_profile.name = *name;
        m_profile.endpoint = *endpoint;
        m_profile.caFile = m_caFile->text().trimmed();
        m_profile.assumeProfile = *assumed;
        m_profile.minimumLife = std::chrono::minutes(m_minimumLife->value());
        m_profile.keepFresh = m_keepFresh->isChecked();
        m_profile.pinned = m_pinned->isChecked();
        m_profile.notifyBeforeEnd = m_notifyBeforeEnd->isChecked();
        setBusy(true);
        Q_EMIT saveRequested(m_profile, keepsKey ? Secret() : key->key);
    }
}

void ProfileDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    setSaving(*m_buttons, busy);
}

void ProfileDialog::showFault(const Error &error)
{
    setBusy(false);
    hourpass::showFault(*m_fault, error);
}

} // namespace hourpass
