// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/parts/dialogparts.h"

#include "words/explanation.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace hourpass {

namespace {

struct Dialog {
    Q_DECLARE_TR_FUNCTIONS(hourpass::Dialog)
};

} // namespace

QVBoxLayout *dialogLayout(QWidget *dialog)
{
    auto *layout = new QVBoxLayout(dialog);
    layout->setSpacing(16);
    layout->setContentsMargins(16, 16, 16, 16);
    return layout;
}

QLabel *noteLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString asText(const Explanation &words)
{
    return QString(words.cause + u' ' + words.nextStep).trimmed();
}

QDialogButtonBox *saveButtons(QWidget *parent)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, parent);
    buttons->button(QDialogButtonBox::Cancel)->setText(Dialog::tr("Cancel"));
    setSaving(*buttons, false);
    return buttons;
}

void setSaving(QDialogButtonBox &buttons, bool saving)
{
    QPushButton *save = buttons.button(QDialogButtonBox::Save);
    save->setEnabled(!saving);
    save->setText(saving ? Dialog::tr("Saving…") : Dialog::tr("Save"));
}

void showFault(QLabel &line, const Error &error)
{
    const Explanation words = explain(error);
    line.setText(asText(words));
    line.setAccessibleDescription(words.details);
    line.show();
    growToFit(*line.window());
}

void growToFit(QWidget &window)
{
    const int wanted = window.layout()->totalHeightForWidth(window.width());
    if (wanted > window.height())
        window.resize(window.width(), wanted);
}

void resizeForText(QWidget &window, int characters, int lines)
{
    const QFontMetrics metrics = window.fontMetrics();
    const QSize wanted(metrics.averageCharWidth() * characters, metrics.height() * lines);
    window.resize(wanted.boundedTo(window.screen()->availableSize() * 0.9));
}

} // namespace hourpass
