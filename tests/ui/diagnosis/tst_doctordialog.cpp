// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diagnosis/doctordialog.h"

#include "support/iamemulator/iamemulator.h"
#include "support/iamemulator/tokensigner.h"
#include "support/scriptedsecretstore.h"
#include "support/testprogram.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_doctordialog {

using namespace hourpass;
using namespace Qt::StringLiterals;
using emulator::Behaviour;
using emulator::Fault;

/// The dialog with a real doctor and a real server; only the keychain is scripted.
struct Bench {
    QTemporaryDir folder;
    emulator::IamEmulator iam;
    test::ScriptedSecretStore keys;
    DoctorTarget target;
    Orphans orphans;
    std::unique_ptr<DoctorDialog> dialog;

    explicit Bench(const std::shared_ptr<const emulator::TokenSigner> &signer)
        : iam({.signer = signer})
    {
        target.route.caFile = folder.filePath(u"ca.pem"_s);
        if (!iam.listen() || !iam.writeAuthority(target.route.caFile))
            qFatal("the emulator does not start");
        target.endpoint = Endpoint::parse(iam.url().toString()).value();
        target.key = ProfileId::create();
        keys.put(target.key, "canary-key");
    }
    void tell(Fault fault)
    {
        Behaviour behaviour;
        behaviour.fault = fault;
        iam.setDiscoveryBehaviour(behaviour);
    }
    void open(const QString &subject = u"demo"_s)
    {
        DoctorSources sources = DoctorSources::ofThisProcess();
        sources.orphans = [this] { return readyFuture<Orphans>(orphans); };
        dialog = std::make_unique<DoctorDialog>(
            [this, sources] {
                return std::make_unique<Doctor>(target, keys, NetworkTools{&systemNow}, sources);
            },
            subject);
        dialog->show();
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    bool end() const
    {
        return QTest::qWaitFor([this] { return button(u"Check again"_s)->isEnabled(); }, 20'000);
    }
    /// What stands beside a caption.
    QLabel *value(const QString &caption) const
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text() == caption)
                return qobject_cast<QLabel *>(label->buddy());
        }
        return nullptr;
    }
    bool shows(const QString &text) const
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text().contains(text);
        });
    }
};

class DoctorDialogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_signer = std::make_shared<emulator::TokenSigner>(); }

    void everyCheck_hasItsStateAsAWord()
    {
        Bench bench(m_signer);
        bench.open();
        QVERIFY(bench.end());
        for (const auto caption : {"Keychain"_L1, "Stored keys"_L1, "Proxy"_L1, "Name lookup"_L1,
                                   "Secure connection"_L1, "Clock"_L1, "Endpoint"_L1}) {
            const QLabel *value = bench.value(caption);
            QVERIFY2(value && value->text().startsWith("ok: "_L1), caption.data());
            QCOMPARE(value->textFormat(), Qt::PlainText);
            QVERIFY(value->accessibleName().isEmpty()); // a name would hide the text
        }
        QVERIFY(bench.shows(u"All is well."_s));
        const auto *progress = bench.dialog->findChild<QProgressBar *>();
        QCOMPARE(progress->value(), progress->maximum());
        QCOMPARE(bench.iam.requests().size(), 1);
        QCOMPARE(bench.iam.tokenRequests().size(), 0);
    }

    void failedCheck_saysWhatToDo()
    {
        Bench bench(m_signer);
        bench.tell(Fault::CaptivePortal);
        bench.open();
        QVERIFY(bench.end());
        const QLabel *value = bench.value(u"Endpoint"_s);
        QVERIFY(value->text().startsWith("failed: "_L1));
        QVERIFY(bench.shows(u"log in to it with a browser first"_s));
        QVERIFY(value->accessibleDescription().contains("browser"_L1));
        QVERIFY(bench.shows(u"1 check(s) failed."_s));
    }

    void keysWithoutAProfile_canBeShown()
    {
        Bench bench(m_signer);
        bench.orphans.keys = {{ProfileId::create(), {}}};
        bench.open();
        QSignalSpy requested(bench.dialog.get(), &DoctorDialog::orphansRequested);
        QVERIFY(bench.end());
        QVERIFY(bench.value(u"Stored keys"_s)->text().startsWith("warning: 1 key"_L1));
        QVERIFY(bench.shows(u"there is a warning"_s));
        QVERIFY(bench.button(u"Show keys…"_s)->isVisible());
        bench.button(u"Show keys…"_s)->click();
        QCOMPARE(requested.size(), 1);
        bench.orphans = {};
        bench.button(u"Check again"_s)->click();
        QVERIFY(!bench.button(u"Show keys…"_s)->isVisible());
        QVERIFY(bench.end());
        QVERIFY(!bench.button(u"Show keys…"_s)->isVisible());
    }

    void cancel_leavesTheRestUnchecked()
    {
        Bench bench(m_signer);
        bench.tell(Fault::Silent);
        bench.open();
        QVERIFY(!bench.button(u"Check again"_s)->isEnabled());
        QVERIFY(QTest::qWaitFor([&] { return !bench.iam.requests().isEmpty(); }, 10'000));
        QVERIFY(bench.shows(u"Checking: Secure connection"_s));
        bench.button(u"Cancel"_s)->click();
        QVERIFY(bench.button(u"Check again"_s)->isEnabled());
        QVERIFY(!bench.button(u"Cancel"_s)->isEnabled());
        QVERIFY(bench.value(u"Name lookup"_s)->text().startsWith("ok: "_L1));
        QCOMPARE(bench.value(u"Endpoint"_s)->text(), u"not checked"_s);
        QVERIFY(bench.shows(u"Cancelled."_s));
    }

    void again_beginsAnew()
    {
        Bench bench(m_signer);
        bench.tell(Fault::BadGateway);
        bench.open();
        QVERIFY(bench.end());
        QVERIFY(bench.value(u"Endpoint"_s)->text().startsWith("failed: "_L1));
        bench.tell(Fault::None);
        QTest::keyClick(bench.button(u"Check again"_s), Qt::Key_Space);
        QVERIFY(!bench.button(u"Check again"_s)->isEnabled());
        QCOMPARE(bench.value(u"Endpoint"_s)->text(), u"waiting"_s);
        QVERIFY(bench.end());
        QVERIFY(bench.value(u"Endpoint"_s)->text().startsWith("ok: "_L1));
        QVERIFY(!bench.shows(u"status page"_s));
    }

    void report_holdsAllFindings()
    {
        Bench bench(m_signer);
        bench.tell(Fault::CaptivePortal);
        bench.open(u"de\u202Emo"_s);
        QVERIFY(bench.end());
        bench.button(u"Copy report"_s)->click();
        const QString report = QGuiApplication::clipboard()->text();
        for (const auto part : {"de\\u{202E}mo"_L1, "ok       Keychain"_L1, "ok       Proxy"_L1,
                                "failed   Endpoint"_L1, "Details: AnswerNotJson"_L1})
            QVERIFY2(report.contains(part), qPrintable(report));
        QVERIFY(!report.contains("canary"_L1));
    }

    void closing_inTheMiddle_isQuiet()
    {
        Bench bench(m_signer);
        bench.tell(Fault::Silent);
        bench.open();
        QVERIFY(QTest::qWaitFor([&] { return !bench.iam.requests().isEmpty(); }, 10'000));
        bench.dialog.reset();
    }

private:
    std::shared_ptr<const emulator::TokenSigner> m_signer;
};

HOURPASS_TEST(DoctorDialogTest, QApplication)

} // namespace tst_doctordialog

#include "tst_doctordialog.moc"
