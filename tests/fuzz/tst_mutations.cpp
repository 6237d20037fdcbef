// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/trial.h"

#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

namespace tst_mutations {

using namespace hourpass::test;
using namespace Qt::StringLiterals;

// The small steps that a fuzzer takes, without its memory of what they reached. The seed is fixed:
// a run that fails fails again.
class Mutator final
{
public:
    explicit Mutator(QList<QByteArray> corpus)
        : m_corpus(std::move(corpus))
    {
    }

    QByteArray next()
    {
        QByteArray bytes = any();
        for (int steps = below(4); steps >= 0; --steps)
            step(bytes);
        return bytes;
    }

private:
    int below(qsizetype limit) { return limit > 0 ? int(m_random() % quint64(limit)) : 0; }
    const QByteArray &any() { return m_corpus.at(below(m_corpus.size())); }
    QByteArray piece(const QByteArray &of)
    {
        const int from = below(of.size() + 1);
        return of.mid(from, below(24));
    }

    void step(QByteArray &bytes)
    {
        const int at = below(bytes.size());
        switch (below(8)) {
        case 0:
            if (!bytes.isEmpty())
                bytes[at] = char(bytes[at] ^ (1 << below(8)));
            break;
        case 1:
            if (!bytes.isEmpty())
                bytes[at] = char(below(256));
            break;
        case 2:
            bytes.remove(at, below(8) + 1);
            break;
        case 3:
            bytes.insert(at, piece(any()));
            break;
        case 4:
            bytes.truncate(at);
            break;
        case 5:
            bytes.insert(at, ".=-_\"{}[],:\\0 \n"[below(15)]);
            break;
        case 6:
            bytes = bytes.left(at) + any().mid(below(bytes.size()));
            break;
        default:
            bytes.insert(at, piece(bytes));
        }
    }

    QList<QByteArray> m_corpus;
    std::mt19937_64 m_random{20260101};
};

class MutationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corpus_keepsEveryPromise_data();
    void corpus_keepsEveryPromise();
    void mutations_keepEveryPromise_data();
    void mutations_keepEveryPromise();
};

void MutationsTest::corpus_keepsEveryPromise_data()
{
    QTest::addColumn<int>("trial");
    for (int i = 0; i < int(std::size(trials)); ++i)
        QTest::newRow(trials[i].folder) << i;
}

void MutationsTest::corpus_keepsEveryPromise()
{
    QFETCH(int, trial);
    const auto &[folder, run] = trials[trial];
    for (const QByteArray &bytes : corpus(QLatin1String(folder)))
        QCOMPARE(run(bytes), QString());
}

void MutationsTest::mutations_keepEveryPromise_data()
{
    corpus_keepsEveryPromise_data();
}

void MutationsTest::mutations_keepEveryPromise()
{
    QFETCH(int, trial);
    const auto &[folder, run] = trials[trial];
    Mutator mutator(corpus(QLatin1String(folder)));
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray bytes = mutator.next();
        const Breach breach = run(bytes);
        QVERIFY2(breach.isEmpty(),
                 qPrintable(breach + ": "_L1 + QString::fromLatin1(bytes.toBase64())));
    }
}

HOURPASS_TEST(MutationsTest, QCoreApplication)

} // namespace tst_mutations

#include "tst_mutations.moc"
