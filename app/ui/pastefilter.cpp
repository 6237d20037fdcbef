// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/pastefilter.h"

#include "ui/clipboardwords.h"
#include "ui/inspector/inspectorinput.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QToolTip>

namespace hourpass {

using namespace Qt::StringLiterals;
using Place = ClipboardReader::Place;

namespace {

// Other programs answer within milliseconds. Who does not keeps nobody from typing.
constexpr auto keysWait = std::chrono::milliseconds(300);

// The field that takes what is pasted where this has the focus, or is clicked; or null.
QWidget *fieldOf(QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (const auto *spin = qobject_cast<QAbstractSpinBox *>(widget))
        widget = spin->findChild<QLineEdit *>();
    else if (const auto *combo = qobject_cast<QComboBox *>(widget))
        widget = combo->lineEdit();
    else if (widget && qobject_cast<QPlainTextEdit *>(widget->parentWidget()))
        widget = widget->parentWidget(); // of its viewport
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    const bool isEditable = (line && !line->isReadOnly()) || (text && !text->isReadOnly());
    return isEditable && widget->isEnabled() ? widget : nullptr;
}

// Our own text Qt has at hand, and only what it reads of others it waits for.
bool wouldWait(Place place)
{
    return ClipboardReader::readsAside() && !ClipboardReader::isOurs(place);
}

void insert(QWidget *field, const ClipboardText &text)
{
    if (auto *input = qobject_cast<InspectorInput *>(field)) {
        QMimeData data;
        if (text.isFileList)
            data.setData(u"text/uri-list"_s, text.text.reveal().toByteArray());
        else
            data.setText(QString::fromUtf8(text.text.reveal()));
        input->insertFromMimeData(&data);
    } else if (auto *edit = qobject_cast<QPlainTextEdit *>(field)) {
        edit->insertPlainText(QString::fromUtf8(text.text.reveal()));
    } else if (auto *line = qobject_cast<QLineEdit *>(field)) {
        line->insert(QString::fromUtf8(text.text.reveal()));
    }
}

} // namespace

PasteFilter::PasteFilter(QObject *parent)
    : QObject(parent)
{
    m_hold.setSingleShot(true);
    m_hold.setInterval(keysWait);
    connect(&m_hold, &QTimer::timeout, this, &PasteFilter::letKeysGo);
    qApp->installEventFilter(this);
}

PasteFilter::~PasteFilter() = default;

bool PasteFilter::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        return onKey(object, *static_cast<QKeyEvent *>(event));
    case QEvent::MouseButtonRelease:
        return onRelease(object, *static_cast<QMouseEvent *>(event));
    case QEvent::ContextMenu:
        return onContextMenu(object, *static_cast<QContextMenuEvent *>(event));
    default:
        return false;
    }
}

bool PasteFilter::onKey(QObject *object, const QKeyEvent &event)
{
    if (m_hold.isActive()) {
        m_keys.emplace_back(object, event.clone());
        return true;
    }
    if (event.type() != QEvent::KeyPress || !event.matches(QKeySequence::Paste))
        return false;
    // As Qt's fields have it.
    const bool isSelections = event.key() == Qt::Key_Insert
        && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    const Place place = isSelections ? Place::Selection : Place::Clipboard;
    QWidget *field = fieldOf(object);
    if (!field || !wouldWait(place))
        return false;
    paste(field, place);
    return true;
}

bool PasteFilter::onRelease(QObject *object, const QMouseEvent &event)
{
    if (event.button() != Qt::MiddleButton || !wouldWait(Place::Selection))
        return false;
    QWidget *field = fieldOf(object);
    if (!field)
        return false;
    if (auto *edit = qobject_cast<QPlainTextEdit *>(field))
        edit->setTextCursor(edit->cursorForPosition(event.position().toPoint()));
    else if (auto *line = qobject_cast<QLineEdit *>(field))
        line->deselect();
    paste(field, Place::Selection);
    return true;
}

// It asks whether there is something to paste. So it comes once it is known that this is answered.
bool PasteFilter::onContextMenu(QObject *object, const QContextMenuEvent &event)
{
    if (m_isAnswering || !fieldOf(object) || !wouldWait(Place::Clipboard))
        return false;
    m_reader.read({.limit = 0})
        .then(&m_listener,
              [this, target = QPointer<QObject>(object),
               again = std::shared_ptr<QEvent>(event.clone())](const Result<ClipboardText> &text) {
                  auto *field = target ? fieldOf(target) : nullptr;
                  if (!text || !field)
                      return;
                  if (text->outcome == ClipboardText::Outcome::NoAnswer) {
                      onRead(field, *text);
                      return;
                  }
                  m_isAnswering = true;
                  QCoreApplication::sendEvent(target, again.get());
                  m_isAnswering = false;
              });
    return true;
}

void PasteFilter::paste(QWidget *field, Place place)
{
    const auto wanted = qobject_cast<InspectorInput *>(field) ? ClipboardReader::Wanted::FilesOrText
                                                              : ClipboardReader::Wanted::Text;
    auto read = m_reader.read({.place = place, .wanted = wanted}); // one before lets its keys go
    m_hold.start();
    read.then(&m_listener,
              [this, target = QPointer<QWidget>(field)](const Result<ClipboardText> &text) {
                  if (text && target)
                      onRead(target, *text);
                  letKeysGo();
              });
}

void PasteFilter::onRead(QWidget *field, const ClipboardText &text)
{
    if (text.outcome == ClipboardText::Outcome::Text)
        insert(field, text);
    else if (text.outcome != ClipboardText::Outcome::NoText)
        QToolTip::showText(field->mapToGlobal(QPoint(0, field->height())),
                           clipboardFaultText(text.outcome), field);
}

void PasteFilter::letKeysGo()
{
    m_hold.stop();
    for (auto &[object, key] : std::exchange(m_keys, {})) {
        if (object)
            QCoreApplication::postEvent(object, key.release());
    }
}

} // namespace hourpass
