// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace hourpass::test {

struct CatalogueMessage {
    QString context;
    QString source;
    QString comment;
    QStringList translations; ///< one for each plural form, else one
    bool isPlural = false;
    bool isFinished = false;
};

/// The paths of all catalogues in the source tree.
QStringList cataloguePaths();
QList<CatalogueMessage> messagesIn(const QString &path);

/// What a text has that is filled in: "%1", "%n", sorted.
QStringList placeholdersIn(const QString &text);
/// What a translation loses or adds that is no matter of language; empty where nothing.
QString faultIn(const QString &source, const QString &translation);

} // namespace hourpass::test
