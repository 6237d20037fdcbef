// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingswindow.h"

#include "core/visibletext.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/warningline.h"
#include "ui/settings/networkdialog.h"
#include "ui/settings/networkflow.h"
#include "ui/settings/settingrow.h"
#include "words/explanation.h"
#include "words/ledgerwords.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSearch = 60;

QString faultText(const std::optional<Error> &fault)
{
    if (!fault)
        return {};
    QString text = asText(explain(*fault));
    if (fault->code == ErrorCode::SettingsDamaged)
        text += u' '
            + SettingsWindow::tr("A change made here sets the damaged file aside and begins with "
                                 "the defaults, for the proxy too.");
    return text;
}

} // namespace

SettingsWindow::SettingsWindow(const Engine &engine, SettingsSources sources, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_sources(std::move(sources))
    , m_search(new QLineEdit(this))
    , m_fault(new WarningLine(this))
    , m_area(new QScrollArea(this))
    , m_rows(nullptr)
    , m_empty(noteLabel(this))
{
    setWindowTitle(tr("Settings"));
    // Closing it must not end a program that lives in the tray.
    setAttribute(Qt::WA_QuitOnClose, false);
    createArea();
    createGeneral();
    createClipboard();
    createSecurity();
    createNotifications();
    createNetwork();
    m_rows->addStretch();
    createLayout(); // its buttons come last for the Tab key too
    connect(&engine.settings, &SettingsStore::changed, this, &SettingsWindow::refresh);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWindow::filter);
    // A text that does not wrap must not be cut off at the side.
    m_area->setMinimumWidth(m_area->widget()->minimumSizeHint().width()
                            + m_area->verticalScrollBar()->sizeHint().width());
    resizeForText(*this, 90, 36);
    refresh();
}

void SettingsWindow::createArea()
{
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    auto *content = new QWidget;
    // The area would ask for the height that the texts have where they are narrowest.
    content->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(16);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void SettingsWindow::createLayout()
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("Close"));
    close->setAutoDefault(false); // Enter in a field only applies what it holds
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = dialogLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_fault);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buttons);
}

void SettingsWindow::createGeneral()
{
    addGroup(tr("General"));
    addStartAtLogin();
    addTraySwitches();
}

void SettingsWindow::addStartAtLogin()
{
    auto *box = new QCheckBox;
    auto *row = new SettingRow({tr("Start with the session"),
                                tr("Starts hidden in the tray when you log in. Where there is no "
                                   "tray, the window opens.")},
                               box);
    connect(box, &QCheckBox::toggled, row, [this, row](bool isOn) { setStartAtLogin(*row, isOn); });
    connect(row, &SettingRow::resetRequested, row, [this, row] { setStartAtLogin(*row, false); });
    addRow(row, [this, row, box] {
        const QSignalBlocker silence(box);
        const std::optional<bool> isOn = m_sources.startsAtLogin();
        box->setEnabled(isOn.has_value());
        box->setChecked(isOn.value_or(false));
        row->setAtDefault(!isOn.value_or(false));
        row->setRemark(isOn ? QString()
                            : tr("Not available: how this system starts programs at login is not "
                                 "supported."));
    });
}

// In a sandbox the desktop may ask the user first.
void SettingsWindow::setStartAtLogin(SettingRow &row, bool isOn)
{
    m_sources.setStartsAtLogin(isOn).then(
        &row, [this, &row](const Result<void> &done) { conclude(row, done); });
}

void SettingsWindow::addTraySwitches()
{
    QCheckBox *icon = addSwitch(tr("Show an icon in the tray"),
                                tr("It copies tokens from its menu, and shows how long they last."),
                                &Settings::showTray);
    SettingRow *iconRow = m_groups.last().rows.last();
    QCheckBox *keep = addSwitch(tr("Stay in the tray when the window is closed"),
                                tr("Tokens stay in memory then. Without an icon in the tray, "
                                   "closing the window ends Hourpass."),
                                &Settings::closeToTray);
    m_refreshers.append([this, icon, iconRow, keep] {
        const QString absence = m_sources.trayAbsence();
        icon->setEnabled(absence.isEmpty());
        iconRow->setRemark(absence);
        keep->setEnabled(absence.isEmpty() && m_engine.settings.settings().showTray);
    });
}

void SettingsWindow::createClipboard()
{
    addGroup(tr("Clipboard"));
    auto *seconds = new QSpinBox;
    seconds->setRange(int(shortestClipboardLife.count()), int(longestClipboardLife.count()));
    seconds->setSuffix(tr(" s", "seconds, behind a number"));
    seconds->setKeyboardTracking(false);
    auto *row = new SettingRow({tr("Clear a copied token after"),
                                tr("It is removed at lock and at exit too, and only if it is still "
                                   "on the clipboard. What another program has stored meanwhile "
                                   "cannot be taken back. Holds from the next copy on.")},
                               seconds);
    connect(seconds, &QSpinBox::valueChanged, row, [this, row](int value) {
        change(*row, [value](Settings &settings) { settings.clipboardLife = Seconds(value); });
    });
    connect(row, &SettingRow::resetRequested, row, [this, row] {
        change(*row, [](Settings &settings) { settings.clipboardLife = Settings().clipboardLife; });
    });
    addRow(row, [this, row, seconds] {
        const QSignalBlocker silence(seconds);
        const Seconds life = m_engine.settings.settings().clipboardLife;
        seconds->setValue(int(life.count()));
        row->setAtDefault(life == Settings().clipboardLife);
    });
}

void SettingsWindow::createSecurity()
{
    addGroup(tr("Security"));
    addIdleTime();
    addSwitch(tr("Forget tokens when locked"),
              tr("When the screen is locked, the computer sleeps or you choose Lock in the File "
                 "menu, the clipboard is always cleared and shown secrets are hidden. With this, "
                 "tokens are dropped as well; keys stay in the keychain."),
              &Settings::dropTokensOnLock);
    addLedgerSwitch();
}

void SettingsWindow::addLedgerSwitch()
{
    addSwitch(tr("Remember fingerprints of tokens between runs"),
              tr("When somebody sends you a token, you can tell when it was copied and from which "
                 "profile, after a restart too. A file keeps fingerprints, names of profiles and "
                 "times, and no token. Turned off, the file is deleted and only this run is "
                 "known."),
              &Settings::keepLedger);
    SettingRow *row = m_groups.last().rows.last();
    m_refreshers.append([this, row] {
        const auto &fault = m_engine.ledger.fault();
        row->setRemark(fault ? ledgerFaultText(*fault) : QString());
    });
}

void SettingsWindow::addIdleTime()
{
    auto *minutes = new QSpinBox;
    minutes->setRange(0, int(longestIdleTime.count()));
    minutes->setSpecialValueText(tr("Never"));
    minutes->setSuffix(tr(" min", "minutes, behind a number"));
    minutes->setKeyboardTracking(false);
    auto *row = new SettingRow({tr("Lock after no input for"),
                                tr("When neither keyboard nor mouse was touched for that long, "
                                   "Hourpass does what it does when the screen is locked.")},
                               minutes);
    connect(minutes, &QSpinBox::valueChanged, row, [this, row](int value) {
        change(*row, [value](Settings &settings) { settings.lockAfterIdle = Minutes(value); });
    });
    connect(row, &SettingRow::resetRequested, row, [this, row] {
        change(*row, [](Settings &settings) { settings.lockAfterIdle = Settings().lockAfterIdle; });
    });
    addRow(row, [this, row, minutes] {
        const QSignalBlocker silence(minutes);
        const Minutes time = m_engine.settings.settings().lockAfterIdle;
        const bool isPossible = m_sources.tellsIdle();
        minutes->setValue(int(time.count()));
        minutes->setEnabled(isPossible);
        row->setAtDefault(time == Settings().lockAfterIdle);
        row->setRemark(isPossible
                           ? QString()
                           : tr("Not available: this desktop does not tell Hourpass how long "
                                "nothing was touched."));
    });
}

void SettingsWindow::createNotifications()
{
    addGroup(tr("Notifications"));
    addSwitch(tr("Show notifications"),
              tr("Of tokens copied from the tray, and of tokens about to end. They name the "
                 "profile; no token is in them."),
              &Settings::notifications);
}

void SettingsWindow::createNetwork()
{
    addGroup(tr("Network"));
    auto *button = new QPushButton(tr("Network settings…"));
    button->setAutoDefault(false);
    auto *row = new SettingRow(
        {tr("Proxy"), tr("Which proxy to use. By default, the one that the system is set to.")},
        button);
    connect(button, &QPushButton::clicked, this,
            [this] { openNetworkSettings(m_engine, Endpoint(), this); });
    connect(row, &SettingRow::resetRequested, this, [this, row] { resetProxy(*row); });
    addRow(row, [this, row] { showProxy(*row); });
}

void SettingsWindow::showProxy(SettingRow &row)
{
    const SettingsStore &store = m_engine.settings;
    row.setAtDefault(store.settings().proxy.mode == ProxySettings().mode);
    const ProxyQuestion question{store.settings().proxy, store.fault()};
    if (m_asked != question)
        askForProxy(row, question);
}

void SettingsWindow::askForProxy(SettingRow &row, const ProxyQuestion &question)
{
    m_asked = question;
    const Endpoint endpoint;
    m_engine.proxies.proxyFor(endpoint.tokenUrl())
        .then(&row, [this, &row, question, host = endpoint.host()](const Result<Proxy> &proxy) {
            if (m_asked != question)
                return; // the settings are others by now
            const QString way = wayText(host, proxy);
            row.setRemark(proxy ? tr("In use now: %1").arg(way) : way);
        });
}

// The manual one stays stored for another time, as it does in the dialog.
void SettingsWindow::resetProxy(SettingRow &row)
{
    ProxySettings proxy = m_engine.settings.settings().proxy;
    proxy.mode = ProxySettings().mode;
    m_engine.proxyKeeper.save(proxy, {}).then(
        &row, [this, &row](const Result<void> &saved) { conclude(row, saved); });
}

void SettingsWindow::addGroup(const QString &title)
{
    auto *box = new QGroupBox(title);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    m_rows->addWidget(box);
    m_groups.append(Group{box, {}});
}

void SettingsWindow::addRow(SettingRow *row, std::function<void()> refresh)
{
    m_groups.last().box->layout()->addWidget(row);
    m_groups.last().rows.append(row);
    m_refreshers.append(std::move(refresh));
}

QCheckBox *SettingsWindow::addSwitch(const QString &label, const QString &explanation,
                                     bool Settings::*member)
{
    auto *box = new QCheckBox;
    auto *row = new SettingRow({label, explanation}, box);
    const auto set = [this, row, member](bool isOn) {
        change(*row, [member, isOn](Settings &settings) { settings.*member = isOn; });
    };
    connect(box, &QCheckBox::toggled, row, set);
    connect(row, &SettingRow::resetRequested, row, [set, member] { set(Settings().*member); });
    addRow(row, [this, row, box, member] {
        const QSignalBlocker silence(box);
        const bool isOn = m_engine.settings.settings().*member;
        box->setChecked(isOn);
        row->setAtDefault(isOn == Settings().*member);
    });
    return box;
}

void SettingsWindow::change(SettingRow &row, const Edit &edit)
{
    conclude(row, m_engine.settings.change(edit));
}

// After a failure the control goes back to what is still so.
void SettingsWindow::conclude(SettingRow &row, const Result<void> &outcome)
{
    row.showOutcome(outcome);
    refresh();
}

void SettingsWindow::refresh()
{
    m_fault->showWarning(faultText(m_engine.settings.fault()));
    for (const auto &show : std::as_const(m_refreshers))
        show();
}

void SettingsWindow::filter()
{
    bool isAny = false;
    for (const Group &group : std::as_const(m_groups)) {
        bool isHere = false;
        for (SettingRow *row : group.rows) {
            const bool matches = row->matches(m_search->text(), group.box->title());
            row->setVisible(matches);
            isHere = isHere || matches;
        }
        group.box->setVisible(isHere);
        isAny = isAny || isHere;
    }
    m_empty->setText(tr("No setting is about \"%1\".")
                         .arg(shortenedMiddle(visibleText(m_search->text()), longestSearch)));
    m_area->setVisible(isAny);
    m_empty->setVisible(!isAny);
    if (isAny)
        return;
    QAccessibleEvent alert(m_empty, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SettingsWindow::present()
{
    if (!isVisible()) {
        m_search->clear();
        m_search->setFocus();
        m_area->verticalScrollBar()->setValue(0);
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

// Files can have been changed by others meanwhile, as that of the autostart.
void SettingsWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    m_asked.reset();
    for (const Group &group : std::as_const(m_groups)) {
        for (SettingRow *row : group.rows)
            row->showOutcome({}); // of another time
    }
    refresh();
}

} // namespace hourpass
