// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
// The real clock source while somebody sets the computer's clock, by libfaketime in a process of
// its own, and what a token's time left is by it.
#include "token/tokenset.h"

#include "support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tst_clockjump {

using namespace hourpass;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString fakeTimeLibrary()
{
    for (const QString &folder : {u"x86_64-linux-gnu/"_s, u"aarch64-linux-gnu/"_s, QString()}) {
        const QString path = "/usr/lib/"_L1 + folder + "faketime/libfaketime.so.1"_L1;
        if (QFile::exists(path))
            return path;
    }
    return {};
}

class ClockJumpTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void bootClock_doesNotSeeAChange();
    void timeLeft_followsElapsedTime();
    void rightClockPutAhead_shortensTheLife();

private:
    void setClockOffBy(Seconds offset);
    Instant read();
    static TokenSet tokenThatCame(const Instant &now, Milliseconds clockError);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
};

void ClockJumpTest::init()
{
    const QString library = fakeTimeLibrary();
    QVERIFY2(!library.isEmpty(), "libfaketime is missing: install the package faketime");
    m_folder = std::make_unique<QTemporaryDir>();
    setClockOffBy(0s);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, library);
    environment.insert(u"DONT_FAKE_MONOTONIC"_s, u"1"_s);
    environment.insert(u"FAKETIME_NO_CACHE"_s, u"1"_s);
    environment.insert(u"FAKETIME_TIMESTAMP_FILE"_s, m_folder->filePath(u"offset"_s));
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environment);
    m_process->start(QStringLiteral(HOURPASS_CLOCK_READER));
    QVERIFY(m_process->waitForStarted());
}

void ClockJumpTest::cleanup()
{
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished());
}

void ClockJumpTest::setClockOffBy(Seconds offset)
{
    QFile file(m_folder->filePath(u"offset"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    const QByteArray sign = offset < 0s ? QByteArray() : "+"_ba;
    file.write(sign + QByteArray::number(qint64(offset.count())) + '\n');
}

Instant ClockJumpTest::read()
{
    m_process->write("\n");
    while (!m_process->canReadLine()) {
        if (!m_process->waitForReadyRead())
            qFatal("the clock cannot be read");
    }
    const QList<QByteArray> words = m_process->readLine().trimmed().split(' ');
    return {Milliseconds(words.at(0).toLongLong()), Milliseconds(words.at(1).toLongLong())};
}

TokenSet ClockJumpTest::tokenThatCame(const Instant &now, Milliseconds clockError)
{
    TokenSet token;
    token.received = now;
    token.clockError = clockError;
    token.expiresIn = 3600s;
    token.deadline = now.boot + 3600s;
    return token;
}

void ClockJumpTest::bootClock_doesNotSeeAChange()
{
    const Instant before = read();
    setClockOffBy(2h);
    const Instant after = read();
    QVERIFY(after.utc - before.utc > 119min); // it is a real change
    QVERIFY(after.boot >= before.boot && after.boot - before.boot < 1min);
}

void ClockJumpTest::timeLeft_followsElapsedTime()
{
    // Put back: right at first. And put right: 2 h slow at first.
    const TokenSet right = tokenThatCame(read(), 0s);
    const TokenSet slow = tokenThatCame(read(), -2h);
    setClockOffBy(-3h);
    QVERIFY(timeLeft(right, read()) > 59min);
    setClockOffBy(2h);
    QVERIFY(timeLeft(slow, read()) > 59min);
}

void ClockJumpTest::rightClockPutAhead_shortensTheLife()
{
    const TokenSet token = tokenThatCame(read(), 0s);
    setClockOffBy(30min);
    const Milliseconds left = timeLeft(token, read());
    QVERIFY(left > 29min && left <= 30min);
    setClockOffBy(2h);
    QCOMPARE(timeLeft(token, read()), 0ms);
}

HOURPASS_TEST(ClockJumpTest, QCoreApplication)

} // namespace tst_clockjump

#include "tst_clockjump.moc"
