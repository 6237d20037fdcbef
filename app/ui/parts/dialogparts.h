// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

class QDialogButtonBox;
class QLabel;
class QString;
class QVBoxLayout;
class QWidget;

namespace hourpass {

struct Explanation;

/// The dialog's outermost layout, with the room around it that all have.
QVBoxLayout *dialogLayout(QWidget *dialog);
/// A wrapped line of plain text.
QLabel *noteLabel(QWidget *parent);
/// Cause and next step, for a place that shows them in one.
QString asText(const Explanation &words);
/// Save and Cancel, also where Qt's own translation of them is not installed.
QDialogButtonBox *saveButtons(QWidget *parent);
/// While something is being saved the button says so and cannot be pressed.
void setSaving(QDialogButtonBox &buttons, bool saving);
/// Cause and next step in the line, which is shown; its window grows to fit.
void showFault(QLabel &line, const Error &error);
/// A window that has its size does not notice by itself that a wrapped text needs more lines.
void growToFit(QWidget &window);
/// This many characters and lines, and no more than the screen has room for.
void resizeForText(QWidget &window, int characters, int lines);

} // namespace hourpass
