// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
//
// harwindow KEYS FILE: the inspector's page does with a large file all that a user does, and says
// how long each took and how long the window stood still meanwhile: the longest time from the wish
// to paint all of it until that was done.
#include "support/scratchengine.h"
#include "ui/inspector/foundtokensmodel.h"
#include "ui/inspector/inspectorkeys.h"
#include "ui/inspector/inspectorpage.h"

#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QListView>
#include <QPushButton>

#include <cstdio>

using namespace hourpass;
using namespace Qt::StringLiterals;

namespace {

/// Wants the window painted, and when it has been, five milliseconds later, again.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget &page)
        : m_page(page)
    {
        page.installEventFilter(this);
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.callOnTimeout(this, [this] { m_page.update(); });
        m_last.start();
        m_timer.start(5);
    }
    /// Since the last call, in milliseconds.
    qint64 takeLongestGap() { return std::exchange(m_longest, 0); }
    int paints() const { return m_paints; }

protected:
    bool eventFilter(QObject * /*page*/, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            m_longest = std::max(m_longest, m_last.restart());
            ++m_paints;
            m_timer.start(5);
        }
        return false;
    }

private:
    QWidget &m_page;
    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_longest = 0;
    int m_paints = 0;
};

template <typename T>
T *named(const QWidget &page, const QString &accessibleName)
{
    for (T *widget : page.findChildren<T *>()) {
        if (widget->accessibleName() == accessibleName)
            return widget;
    }
    qFatal("the page has no %s", qPrintable(accessibleName));
}

class Bench final
{
public:
    explicit Bench(const QString &keys)
        : m_keys(keys)
    {
        m_page.resize(1000, 700);
        m_page.show();
        turn([this] { return m_paints.paints() > 20; });
        m_paints.takeLongestGap();
    }

    void run(const QString &path)
    {
        const auto isFound = [this] { return !isSearching() && m_list->model()->rowCount() > 0; };
        measure(
            "listed", [this, path] { m_page.inspectFile(path); }, isFound);
        std::printf("  %d tokens in the list\n", m_list->model()->rowCount());
        measure(
            "judged with keys",
            [this] { m_page.findChild<InspectorKeys *>()->useFile(m_keys, KeyRules::Published); },
            isFound);
        measure(
            "looked at to the end", [this] { m_list->setCurrentIndex(last()); }, isFound);
        measure(
            "all selected", [this] { m_list->selectAll(); }, isFound);
        measure(
            "reported", [this] { m_page.actions().copyReport->trigger(); }, isFound);
        measure(
            "compared", [this] { m_page.actions().compare->trigger(); },
            [this] {
                return m_page.findChild<QDialog *>() && m_page.findChild<QDialog *>()->isVisible();
            });
        delete m_page.findChild<QDialog *>();
        measure(
            "cleared", [this] { m_page.clear(); },
            [this] { return m_list->model()->rowCount() == 0; });
        QFile file(path);
        if (!file.open(QFile::ReadOnly))
            qFatal("the file cannot be read");
        const QString text = QString::fromUtf8(file.readAll());
        measure(
            "pasted", [this, &text] { m_page.inspectText(text); }, isFound);
    }

private:
    bool isSearching() const { return m_page.isSearching(); }
    QModelIndex last() const { return m_list->model()->index(m_list->model()->rowCount() - 1, 0); }
    void turn(const std::function<bool()> &isDone)
    {
        QEventLoop loop;
        QTimer look;
        look.callOnTimeout(&loop, [&] {
            if (isDone())
                loop.quit();
        });
        look.start(5);
        loop.exec();
    }
    // And half a second more: what was needed for it is taken down then.
    void measure(const char *what, const std::function<void()> &act,
                 const std::function<bool()> &isDone)
    {
        // What the bench itself did since the last one does not count.
        const int before = m_paints.paints();
        turn([this, before] { return m_paints.paints() > before + 2; });
        m_paints.takeLongestGap();
        QElapsedTimer timer;
        timer.start();
        act();
        turn(isDone);
        const qint64 took = timer.restart();
        turn([&] { return timer.elapsed() > 500; });
        std::printf("  %-22s %6lld ms, longest without a repaint %4lld ms\n", what,
                    static_cast<long long>(took),
                    static_cast<long long>(m_paints.takeLongestGap()));
        std::fflush(stdout);
    }

    const QString m_keys;
    test::ScratchEngine m_scratch;
    InspectorPage m_page{m_scratch.engine};
    PaintWatch m_paints{m_page};
    QListView *m_list = named<QListView>(m_page, u"Tokens found"_s);
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Bench(arguments.at(1)).run(arguments.at(2));
    return 0;
}
