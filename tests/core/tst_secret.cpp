// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "core/secret.h"

#include "support/testprogram.h"

#include <QDebug>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <type_traits>

namespace tst_secret {

using namespace hourpass;
using namespace Qt::StringLiterals;

// The block whose release is watched, and what was in it at that moment.
struct WatchedBlock {
    const void *begin = nullptr;
    std::size_t size = 0;
    bool released = false;
    bool wasWiped = false;
};
WatchedBlock watched;

void releaseBlock(void *block) noexcept
{
    if (block && block == watched.begin && !watched.released) {
        const auto *bytes = static_cast<const char *>(block);
        watched.released = true;
        watched.wasWiped =
            std::all_of(bytes, bytes + watched.size, [](char c) { return c == '\0'; });
    }
    std::free(block);
}

} // namespace tst_secret

// This program's own heap, so that the test sees a block as it was when it was given back.
void *operator new(std::size_t size)
{
    if (void *block = std::malloc(size))
        return block;
    throw std::bad_alloc();
}
void operator delete(void *block) noexcept
{
    tst_secret::releaseBlock(block);
}
void operator delete(void *block, std::size_t /*size*/) noexcept
{
    tst_secret::releaseBlock(block);
}

namespace tst_secret {

class SecretTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buffer_isWipedWhenTheLastCopyGoes();
    void assigningOver_wipesTheOldSecret();
    void copies_shareOneBuffer();
    void construction_emptiesItsArgument();
    void construction_leavesAlone_whatOthersShare();
    void wipe_overwritesInPlace();
    void wipe_leavesAlone_whatOthersShare();
    void comparison_data();
    void comparison();
    void empty_isEmpty();
    void binaryBytes_survive();
};

static_assert(!std::is_convertible_v<QByteArray, Secret>);
static_assert(!std::is_convertible_v<QByteArrayView, Secret>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<Secret, QByteArrayView>);
static_assert(!std::is_convertible_v<Secret, QString>);
template <typename T>
concept Streamable = requires(QDebug debug, const T &value)
{
    debug << value;
};
static_assert(Streamable<QByteArray> && !Streamable<Secret>);

static void watch(const Secret &secret)
{
    watched = {secret.reveal().data(), std::size_t(secret.size()), false, false};
}

void SecretTest::buffer_isWipedWhenTheLastCopyGoes()
{
    auto first = std::make_unique<Secret>("a key of some length"_ba);
    auto second = std::make_unique<Secret>(*first);
    watch(*first);
    first.reset();
    QVERIFY(!watched.released);
    QCOMPARE(second->reveal(), QByteArrayView("a key of some length"));
    second.reset();
    QVERIFY(watched.released);
    QVERIFY(watched.wasWiped);
}

void SecretTest::assigningOver_wipesTheOldSecret()
{
    Secret secret("the first"_ba);
    watch(secret);
    secret = Secret("the second"_ba);
    QVERIFY(watched.released && watched.wasWiped);
    QCOMPARE(secret.reveal(), QByteArrayView("the second"));
}

void SecretTest::copies_shareOneBuffer()
{
    const Secret first("shared"_ba);
    const Secret second = first;
    QCOMPARE(static_cast<const void *>(second.reveal().data()),
             static_cast<const void *>(first.reveal().data()));
}

void SecretTest::construction_emptiesItsArgument()
{
    QByteArray bytes("taken over");
    const Secret secret(std::move(bytes));
    QVERIFY(bytes.isEmpty()); // NOLINT(bugprone-use-after-move): that is what is promised
    QCOMPARE(secret.reveal(), QByteArrayView("taken over"));
}

void SecretTest::construction_leavesAlone_whatOthersShare()
{
    QByteArray bytes("shared with others");
    const QByteArray other = bytes;
    const Secret secret(std::move(bytes));
    QCOMPARE(other, "shared with others"_ba);
    QCOMPARE(secret.size(), other.size());
}

void SecretTest::wipe_overwritesInPlace()
{
    char memory[] = "0123456789";
    wipe(memory, 4);
    QCOMPARE(QByteArray(memory, 10),
             QByteArray("\0\0\0\0"
                        "456789",
                        10));
    wipe(nullptr, 4);
    wipe(memory, 0);
    QCOMPARE(memory[4], '4');
}

void SecretTest::wipe_leavesAlone_whatOthersShare()
{
    QByteArray bytes("shared");
    const QByteArray other = bytes;
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(other, "shared"_ba);

    QByteArray literal = "in read-only memory"_ba;
    wipe(literal);
    QVERIFY(literal.isEmpty());
}

void SecretTest::comparison_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("equal");

    QTest::newRow("the same") << "abcdef"_ba
                              << "abcdef"_ba << true;
    QTest::newRow("both empty") << ""_ba
                                << ""_ba << true;
    QTest::newRow("one empty") << ""_ba
                               << "a"_ba << false;
    QTest::newRow("first byte") << "abcdef"_ba
                                << "Abcdef"_ba << false;
    QTest::newRow("last byte") << "abcdef"_ba
                               << "abcdeF"_ba << false;
    QTest::newRow("one bit") << "abcdef"_ba
                             << "abcdeg"_ba << false;
    QTest::newRow("beginning of the other") << "abcdef"_ba
                                            << "abcde"_ba << false;
    QTest::newRow("after a NUL") << QByteArray("a\0b", 3) << QByteArray("a\0c", 3) << false;
    QTest::newRow("two differences that cancel out in a sum") << "ad"_ba
                                                              << "bc"_ba << false;
}

void SecretTest::comparison()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, equal);
    QCOMPARE(Secret(QByteArrayView(left)) == Secret(QByteArrayView(right)), equal);
    QCOMPARE(Secret(QByteArrayView(right)) == Secret(QByteArrayView(left)), equal);
}

void SecretTest::empty_isEmpty()
{
    for (const Secret &secret : {Secret(), Secret(QByteArray()), Secret(QByteArrayView(""))}) {
        QVERIFY(secret.isEmpty());
        QCOMPARE(secret.size(), 0);
        QVERIFY(secret.reveal().isEmpty());
    }
    QVERIFY(!Secret(" "_ba).isEmpty());
}

void SecretTest::binaryBytes_survive()
{
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all.append(char(byte));
    QCOMPARE(Secret(QByteArrayView(all)).reveal().toByteArray(), all);
}

HOURPASS_TEST(SecretTest, QCoreApplication)

} // namespace tst_secret

#include "tst_secret.moc"
