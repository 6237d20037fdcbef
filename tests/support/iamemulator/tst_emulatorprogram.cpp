// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/testclient.h"
#include "support/iamemulator/threadsend.h"
#include "support/testprogram.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_emulatorprogram {

using namespace Qt::StringLiterals;
using namespace hourpass::emulator;

QByteArray contentsOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class TestEmulatorProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readyFile_leadsToATokenThatIsTold();
    void options_setTheBehaviour();
    void lenient_takesOrdinaryFormEncoding();
    void requests_areRecordedInAFileForItsOwner();
    void program_endsOnATerminationSignal();
    void program_endsWithItsStandardInput();
    void temporaryFolder_isGoneAtTheEnd();
    void wrongArgument_isRefused_data();
    void wrongArgument_isRefused();
    void takenPort_isRefused();

private:
    void start(const QStringList &arguments);
    void waitForEnd();
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QByteArray secret(const QString &label) const;
    std::unique_ptr<TestClient> client() const;

    ThreadsEnd m_threadsEnd;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_program;
    QJsonObject m_ready;
};

void TestEmulatorProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_program = std::make_unique<QProcess>();
    m_program->setProgram(QString::fromUtf8(HOURPASS_IAM_EMULATOR));
}

void TestEmulatorProgram::cleanup()
{
    m_program->terminate();
    waitForEnd();
}

/// Ends when the program listens, or with a failure.
void TestEmulatorProgram::start(const QStringList &arguments)
{
    m_program->setArguments(QStringList{u"--ready-file"_s, file(u"ready.json"_s)} + arguments);
    m_program->start();
    QTRY_VERIFY(m_program->bytesAvailable() > 0);
    m_ready = QJsonDocument::fromJson(contentsOf(file(u"ready.json"_s))).object();
    QVERIFY(!m_ready.isEmpty());
}

void TestEmulatorProgram::waitForEnd()
{
    QTRY_COMPARE(m_program->state(), QProcess::NotRunning);
}

QByteArray TestEmulatorProgram::secret(const QString &label) const
{
    return m_ready.value("keys"_L1).toObject().value(label).toString().toUtf8();
}

std::unique_ptr<TestClient> TestEmulatorProgram::client() const
{
    return std::make_unique<TestClient>(QUrl(m_ready.value("url"_L1).toString()),
                                        contentsOf(m_ready.value("ca_file"_L1).toString()));
}

void TestEmulatorProgram::readyFile_leadsToATokenThatIsTold()
{
    start({u"--dir"_s, file(u"ca"_s)});
    QCOMPARE(m_ready.value("ca_file"_L1).toString(), file(u"ca/ca.pem"_s));
    QCOMPARE(QFileInfo(file(u"ready.json"_s)).permissions() & ~QFileDevice::Permissions(0x7000),
             QFileDevice::ReadUser | QFileDevice::WriteUser);
    QCOMPARE(m_program->readAll(),
             (m_ready.value("url"_L1).toString() + u' ' + file(u"ca/ca.pem"_s) + u'\n').toUtf8());

    const auto client = this->client();
    for (const QString &label : {u"user"_s, u"service"_s, u"special"_s}) {
        const TestReply reply = client->exchange(secret(label));
        QCOMPARE(reply.status, 200);
        const QJsonArray issued =
            client->get("/emulator/issued"_ba).json().value("issued"_L1).toArray();
        QCOMPARE(issued.last().toObject().value("token"_L1), reply.json().value("access_token"_L1));
        QCOMPARE(issued.last().toObject().value("key"_L1).toString(), label);
    }
}

void TestEmulatorProgram::options_setTheBehaviour()
{
    start({u"--lifetime"_s, u"60"_s, u"--fault"_s, u"empty-503"_s, u"--delay"_s, u"10"_s});
    const auto client = this->client();
    QCOMPARE(client->exchange(secret(u"user"_s)).status, 503);
    QCOMPARE(client->post("/emulator/behaviour"_ba, R"({"fault":"none"})"_ba).status, 200);
    const TestReply reply = client->exchange(secret(u"user"_s));
    QCOMPARE(reply.json().value("expires_in"_L1).toInt(), 60);
}

void TestEmulatorProgram::lenient_takesOrdinaryFormEncoding()
{
    start({u"--lenient"_s});
    QByteArray body = TestClient::tokenForm(secret(u"special"_s));
    body.replace("%20", "+");
    body.replace("%3A", ":");
    const TestReply reply = client()->post("/identity/token"_ba, body, {{"Accept"_ba, "*/*"_ba}});
    QCOMPARE(reply.status, 200);
}

void TestEmulatorProgram::requests_areRecordedInAFileForItsOwner()
{
    const QString record = file(u"record.jsonl"_s);
    start({u"--record"_s, record});
    QCOMPARE(client()->exchange(secret(u"user"_s)).status, 200);
    QCOMPARE(client()->exchange("wrong"_ba).status, 400);
    const QByteArrayList lines = contentsOf(record).split('\n');
    QCOMPARE(lines.size(), 3);
    const QJsonObject first = QJsonDocument::fromJson(lines.at(0)).object();
    QVERIFY(first.value("body"_L1).toString().toLatin1().contains(
        secret(u"user"_s).toPercentEncoding()));
    QCOMPARE(QJsonDocument::fromJson(lines.at(1)).object().value("status"_L1).toInt(), 400);
    QVERIFY(!(QFileInfo(record).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
}

void TestEmulatorProgram::program_endsOnATerminationSignal()
{
    start({});
    m_program->terminate();
    waitForEnd();
    QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program->exitCode(), 0);
}

void TestEmulatorProgram::program_endsWithItsStandardInput()
{
    start({u"--until-stdin-closes"_s});
    m_program->write("some bytes do not end it\n");
    QCOMPARE(client()->exchange(secret(u"user"_s)).status, 200);
    m_program->closeWriteChannel();
    waitForEnd();
    QCOMPARE(m_program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_program->exitCode(), 0);
}

void TestEmulatorProgram::temporaryFolder_isGoneAtTheEnd()
{
    start({});
    const QFileInfo authority(m_ready.value("ca_file"_L1).toString());
    QVERIFY(authority.exists());
    m_program->terminate();
    waitForEnd();
    QVERIFY(!QFileInfo::exists(authority.path()));
}

void TestEmulatorProgram::wrongArgument_isRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--address"_s, u"0.0.0.0"_s};
    QTest::newRow("unknown fault") << QStringList{u"--fault"_s, u"typo"_s};
    QTest::newRow("no number") << QStringList{u"--lifetime"_s, u"long"_s};
    QTest::newRow("negative number") << QStringList{u"--delay"_s, u"-1"_s};
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s};
    QTest::newRow("no such folder") << QStringList{u"--record"_s, u"/nonexistent/record"_s};
    QTest::newRow("one too many") << QStringList{u"0.0.0.0"_s};
}

void TestEmulatorProgram::wrongArgument_isRefused()
{
    QFETCH(const QStringList, arguments);
    m_program->setArguments(arguments);
    m_program->start();
    QTRY_COMPARE(m_program->state(), QProcess::NotRunning);
    QCOMPARE(m_program->exitCode(), 1);
    QVERIFY(!m_program->readAllStandardError().isEmpty());
}

void TestEmulatorProgram::takenPort_isRefused()
{
    start({});
    QProcess second;
    second.start(m_program->program(),
                 {u"--port"_s, QString::number(QUrl(m_ready.value("url"_L1).toString()).port())});
    QSignalSpy finished(&second, &QProcess::finished);
    QVERIFY(finished.wait());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("port is taken"));
}

HOURPASS_TEST(TestEmulatorProgram, QCoreApplication)

} // namespace tst_emulatorprogram

#include "tst_emulatorprogram.moc"
