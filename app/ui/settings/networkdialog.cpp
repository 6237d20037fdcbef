// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/networkdialog.h"

#include "core/visibletext.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/taborder.h"
#include "words/explanation.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace hourpass {

using Mode = ProxySettings::Mode;

namespace {

QString hintFor(Mode mode)
{
    switch (mode) {
    case Mode::System:
        return NetworkDialog::tr("What the desktop is set to, asked anew for each connection.");
    case Mode::Environment:
        return NetworkDialog::tr("What https_proxy or all_proxy says, except for the hosts in "
                                 "no_proxy.");
    case Mode::Manual:
        return NetworkDialog::tr("Every connection goes through this proxy. The password is kept "
                                 "in the keychain.");
    case Mode::None:
        break;
    }
    return NetworkDialog::tr("Every connection goes straight to the server.");
}

} // namespace

QString wayText(const QString &host, const Result<Proxy> &proxy)
{
    if (!proxy)
        return explain(proxy.error()).cause;
    if (proxy->kind == Proxy::Kind::Direct)
        return NetworkDialog::tr("None on the way to %1").arg(visibleText(host));
    return NetworkDialog::tr("%1 on the way to %2")
        .arg(visibleText(toString(*proxy)), visibleText(host));
}

NetworkDialog::NetworkDialog(const ProxySettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_mode(new QComboBox(this))
    , m_hint(noteLabel(this))
    , m_address(new QLineEdit(toString(settings.manual), this))
    , m_userName(new QLineEdit(settings.manual.userName, this))
    , m_password(new QLineEdit(this))
    , m_current(noteLabel(this))
    , m_fault(noteLabel(this))
    , m_buttons(saveButtons(this))
{
    setWindowTitle(tr("Network settings"));
    auto *layout = dialogLayout(this);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    createFields(form);
    layout->addLayout(form);
    m_fault->hide();
    layout->addWidget(m_fault);
    layout->addStretch();
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &NetworkDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &NetworkDialog::showMode);
    tabInReadingOrder(*this);
    showMode();
    const int width = fontMetrics().averageCharWidth() * 72;
    resize(width, layout->totalHeightForWidth(width));
}

NetworkDialog::~NetworkDialog()
{
    m_password->clear();
}

void NetworkDialog::createFields(QFormLayout *form)
{
    const std::pair<Mode, QString> modes[]{
        {Mode::System, tr("As the system says")},
        {Mode::Environment, tr("As the environment variables say")},
        {Mode::Manual, tr("This one")},
        {Mode::None, tr("None")},
    };
    for (const auto &[mode, text] : modes)
        m_mode->addItem(text, int(mode));
    m_mode->setCurrentIndex(m_mode->findData(int(m_settings.mode)));
    m_address->setPlaceholderText(tr("For example proxy.example:3128"));
    m_address->setToolTip(tr("An HTTP proxy as host:port, or a URL that begins with http:// or "
                             "socks5://"));
    m_userName->setPlaceholderText(tr("Only if the proxy asks for a login"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(1024);
    if (!m_settings.manual.userName.isEmpty())
        m_password->setPlaceholderText(tr("Unchanged"));
    m_current->setText(tr("Being asked for…"));
    form->addRow(tr("Proxy"), m_mode);
    form->addRow(QString(), m_hint);
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("User name"), m_userName);
    form->addRow(tr("Password"), m_password);
    // Not of what is chosen above, which may not even be whole.
    form->addRow(tr("Saved, in use now"), m_current);
}

Mode NetworkDialog::chosenMode() const
{
    return Mode(m_mode->currentData().toInt());
}

void NetworkDialog::showMode()
{
    const bool isManual = chosenMode() == Mode::Manual;
    m_hint->setText(hintFor(chosenMode()));
    for (QLineEdit *field : {m_address, m_userName, m_password})
        field->setEnabled(isManual);
    growToFit(*this);
}

void NetworkDialog::showCurrent(const QString &host, const Result<Proxy> &proxy)
{
    m_current->setText(wayText(host, proxy));
    growToFit(*this);
}

// In the other modes what is in the fields stays as it was, for another time.
void NetworkDialog::save()
{
    ProxySettings entered{chosenMode(), m_settings.manual};
    std::optional<Secret> password;
    if (entered.mode == Mode::Manual) {
        const auto manual = parseProxy(m_address->text());
        if (!manual) {
            showFault(manual.error());
            m_address->setFocus();
            return;
        }
        entered.manual = *manual;
        // As part of the address it would be shown; in the fields it is not.
        if (const QString typed = m_userName->text().trimmed(); !typed.isEmpty())
            entered.manual.userName = typed;
        if (!m_password->text().isEmpty())
            password = Secret(m_password->text().toUtf8());
        else if (!manual->password.isEmpty())
            password = manual->password;
        entered.manual.password = Secret();
    }
    m_fault->hide();
    setBusy(true);
    Q_EMIT saveRequested(entered, password);
}

void NetworkDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    setSaving(*m_buttons, busy);
}

void NetworkDialog::showFault(const Error &error)
{
    setBusy(false);
    hourpass::showFault(*m_fault, error);
}

} // namespace hourpass
