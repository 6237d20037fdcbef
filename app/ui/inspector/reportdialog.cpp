// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/reportdialog.h"

#include "files/files.h"
#include "ui/parts/dialogparts.h"
#include "ui/parts/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace hourpass {

using namespace Qt::StringLiterals;

ReportDialog::ReportDialog(const QList<Inspection> &tokens, const ReportOptions &options,
                           QWidget *parent)
    : QDialog(parent)
    , m_tokens(tokens)
    , m_options(options)
    , m_format(new QComboBox)
    , m_text(new QPlainTextEdit)
    , m_outcome(noteLabel(this))
{
    setWindowTitle(tr("Report for a ticket"));
    auto *intro = noteLabel(this);
    intro->setText(tr("The token and its signature are never in the report. What is ticked is "
                      "replaced by aliases, which stay the same within the report."));
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setAccessibleName(tr("Report"));
    m_text->setTabChangesFocus(true);
    m_outcome->hide();
    auto *layout = dialogLayout(this);
    layout->addWidget(intro);
    layout->addLayout(createSwitches());
    layout->addWidget(m_text, 1);
    layout->addWidget(m_outcome);
    layout->addLayout(createButtons());
    resizeForText(*this, 100, 36);
    showReport();
}

QLayout *ReportDialog::createSwitches()
{
    constexpr int columns = 3;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    int place = 0;
    for (const AliasKind kind : aliasKinds()) {
        auto *box = new QCheckBox(aliasKindText(kind), this);
        box->setChecked(m_options.takenOut.testFlag(kind));
        connect(box, &QCheckBox::toggled, this, [this, kind](bool isOn) {
            m_options.takenOut.setFlag(kind, isOn);
            showReport();
        });
        grid->addWidget(box, place / columns, place % columns);
        ++place;
    }
    grid->setColumnStretch(columns, 1);
    return grid;
}

QLayout *ReportDialog::createButtons()
{
    m_format->addItem(tr("Markdown"), int(ReportOptions::Format::Markdown));
    m_format->addItem(tr("Plain text"), int(ReportOptions::Format::Plain));
    m_format->setAccessibleName(tr("Format"));
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        m_options.format = ReportOptions::Format(m_format->currentData().toInt());
        showReport();
    });
    auto *copy = new QPushButton(namedIcon(u"edit-copy"_s), tr("Copy"));
    auto *saveButton = new QPushButton(tr("Save…"));
    auto *close = new QPushButton(tr("Close"));
    copy->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this] {
        Q_EMIT copyTextRequested(m_text->toPlainText());
        m_outcome->setText(tr("The report is on the clipboard."));
        m_outcome->show();
    });
    connect(saveButton, &QPushButton::clicked, this, &ReportDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_format);
    row->addStretch();
    for (QPushButton *button : {copy, saveButton, close})
        row->addWidget(button);
    return row;
}

void ReportDialog::showReport()
{
    m_text->setPlainText(makeReport(m_tokens, m_options).text);
    m_outcome->hide();
}

void ReportDialog::save()
{
    const bool isMarkdown = m_options.format == ReportOptions::Format::Markdown;
    auto *dialog = new QFileDialog(this, tr("Save report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isMarkdown ? u"md"_s : u"txt"_s);
    dialog->selectFile(isMarkdown ? u"token-report.md"_s : u"token-report.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::write);
    dialog->open();
}

void ReportDialog::write(const QString &path)
{
    const auto written = writePrivateFile(path, m_text->toPlainText().toUtf8());
    if (written)
        m_outcome->setText(tr("The report is saved."));
    else
        showFault(*m_outcome, written.error());
    m_outcome->show();
}

} // namespace hourpass
