// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "profiles/badentry.h"

#include <QWidget>

class QAction;
class QLabel;

namespace hourpass {

/// What the window shows of an entry that cannot be used: which, why, and what can be done.
class BadEntryPage final : public QWidget
{
    Q_OBJECT

public:
    /// Its button does what the action does.
    explicit BadEntryPage(QAction *remove, QWidget *parent = nullptr);

    /// `file` is where it stands.
    void showEntry(const BadEntry &entry, const QString &file);

private:
    QLabel *m_name;
    QLabel *m_text;
};

} // namespace hourpass
