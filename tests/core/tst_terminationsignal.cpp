// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/terminationsignal.h"

#include "support/testprogram.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace tst_terminationsignal {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr int interrupted = 130;

// A program that is sent signals: this one, with a word as its argument.
int beAProgram(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QByteArray kind(argv[1]);
    auto termination = std::make_unique<TerminationSignal>(kind == "patient" ? 60s : 300ms);
    QTimer tidying;
    int steps = 0;
    QObject::connect(&tidying, &QTimer::timeout, &application, [&] {
        termination->giveTime(300ms);
        if (++steps == 12)
            QCoreApplication::exit(7);
    });
    int heard = 0;
    QObject::connect(termination.get(), &TerminationSignal::received, &application, [&] {
        std::puts("heard");
        std::fflush(stdout);
        ++heard;
        if (kind == "tidies")
            tidying.start(50);
        else if (kind == "counts")
            QTimer::singleShot(100, &application, [&heard] { QCoreApplication::exit(heard); });
        else if (kind == "late")
            QCoreApplication::quit();
    });
    if (kind == "tells")
        TerminationSignal::setLastAct([] { (void)!::write(STDOUT_FILENO, "last\n", 5); });
    std::puts("ready");
    std::fflush(stdout);
    int status = 0;
    if (kind != "hangs" && kind != "tells")
        status = QCoreApplication::exec();
    else
        for (;;)
            ::pause();
    if (kind == "late") {
        termination.reset();
        for (;;)
            ::pause();
    }
    return status;
}

class TerminationSignalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { const TerminationSignal stopsTheTime; }

    void signal_isReported_data();
    void signal_isReported();
    void destruction_restoresTheDefault();
    void whatHangs_isEnded_data();
    void whatHangs_isEnded();
    void alarmThatIsBlocked_isNoWayOut();
    void whoTidiesUp_hasTheTimeHeTakes();
    void signalsOfOneRequest_countOnce();
    void secondSignal_endsAtOnce();
    void lastAct_isDone();

private:
    static std::unique_ptr<QProcess> started(const QString &kind,
                                             const std::function<void()> &first = {});
};

void TerminationSignalTest::signal_isReported_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TerminationSignalTest::signal_isReported()
{
    QFETCH(int, number);
    const TerminationSignal termination(60s);
    QSignalSpy received(&termination, &TerminationSignal::received);
    QCOMPARE(::raise(number), 0);
    QCOMPARE(received.size(), 0); // from the event loop, not from within the handler
    QTRY_COMPARE(received.size(), 1);
    QCOMPARE(received.first().first().toInt(), number);
}

void TerminationSignalTest::destruction_restoresTheDefault()
{
    {
        const TerminationSignal termination;
    }
    for (const int signal : {SIGTERM, SIGALRM}) {
        struct sigaction action {
        };
        QCOMPARE(::sigaction(signal, nullptr, &action), 0);
        QVERIFY(action.sa_handler == SIG_DFL);
    }
}

std::unique_ptr<QProcess> TerminationSignalTest::started(const QString &kind,
                                                         const std::function<void()> &first)
{
    auto process = std::make_unique<QProcess>();
    process->setChildProcessModifier(first);
    process->start(QCoreApplication::applicationFilePath(), {u"terminationsignal"_s, kind});
    // What came with it is left for the test.
    if (!process->waitForReadyRead(10'000) || process->readLine() != "ready\n")
        return {};
    return process;
}

void TerminationSignalTest::whatHangs_isEnded_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("never hears of it") << u"hangs"_s;
    QTest::newRow("hears of it, and goes on") << u"goes on"_s;
    QTest::newRow("hangs later, at its end") << u"late"_s;
}

void TerminationSignalTest::whatHangs_isEnded()
{
    QFETCH(const QString, kind);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        const auto program = started(kind);
        QVERIFY(program);
        QElapsedTimer time;
        time.start();
        QCOMPARE(::kill(pid_t(program->processId()), signal), 0);
        QVERIFY(program->waitForFinished(20'000));
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), interrupted);
        QVERIFY2(time.elapsed() >= 290, qPrintable(QString::number(time.elapsed())));
    }
}

void TerminationSignalTest::alarmThatIsBlocked_isNoWayOut()
{
    const auto program = started(u"hangs"_s, [] {
        sigset_t alarm;
        sigemptyset(&alarm);
        sigaddset(&alarm, SIGALRM);
        ::sigprocmask(SIG_BLOCK, &alarm, nullptr);
    });
    QVERIFY(program);
    QCOMPARE(::kill(pid_t(program->processId()), SIGTERM), 0);
    QVERIFY(program->waitForFinished(20'000));
    QCOMPARE(program->exitCode(), interrupted);
}

// Twelve steps of 50 ms, where 300 ms would be the end.
void TerminationSignalTest::whoTidiesUp_hasTheTimeHeTakes()
{
    const auto program = started(u"tidies"_s);
    QVERIFY(program);
    QCOMPARE(::kill(pid_t(program->processId()), SIGTERM), 0);
    QVERIFY(program->waitForFinished(20'000));
    QCOMPARE(program->exitCode(), 7);
}

void TerminationSignalTest::signalsOfOneRequest_countOnce()
{
    const auto program = started(u"counts"_s);
    QVERIFY(program);
    QCOMPARE(::kill(pid_t(program->processId()), SIGTERM), 0);
    QCOMPARE(::kill(pid_t(program->processId()), SIGHUP), 0);
    QVERIFY(program->waitForFinished(20'000));
    QCOMPARE(program->exitCode(), 1);
}

void TerminationSignalTest::secondSignal_endsAtOnce()
{
    const auto program = started(u"patient"_s);
    QVERIFY(program);
    QCOMPARE(::kill(pid_t(program->processId()), SIGTERM), 0);
    QVERIFY(program->waitForReadyRead(10'000));
    QCOMPARE(program->readLine(), "heard\n"_ba);
    QVERIFY(!program->waitForFinished(400)); // it takes its time, and the next is no part of it
    QCOMPARE(::kill(pid_t(program->processId()), SIGINT), 0);
    QVERIFY(program->waitForFinished(20'000));
    QCOMPARE(program->exitCode(), interrupted);
}

void TerminationSignalTest::lastAct_isDone()
{
    const auto program = started(u"tells"_s);
    QVERIFY(program);
    QCOMPARE(::kill(pid_t(program->processId()), SIGTERM), 0);
    QVERIFY(program->waitForFinished(20'000));
    QCOMPARE(program->exitCode(), interrupted);
    QCOMPARE(program->readAll(), "last\n"_ba);
}

static int run(int argc, char **argv)
{
    if (argc == 2 && argv[1][0] >= 'a' && argv[1][0] <= 'z' && !QByteArray(argv[1]).contains('_'))
        return beAProgram(argc, argv);
    QCoreApplication application(argc, argv);
    TerminationSignalTest test;
    return QTest::qExec(&test, argc, argv);
}

HOURPASS_TEST_MAIN(run)

} // namespace tst_terminationsignal

#include "tst_terminationsignal.moc"
