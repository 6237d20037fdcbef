// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "profiles/profilelisttext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// One pass over the text. Counts brackets and calls nothing for them: however deeply an entry is
// nested, it costs no stack.
class Cutter final
{
public:
    explicit Cutter(const QByteArray &text)
        : m_text(text)
    {
    }

    ProfileListText cut()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"')
                skipString();
            else if (m_isInList)
                lookInList(c);
            else
                lookOutside(c);
        }
        if (m_isInList)
            endList();
        m_cut.frame += m_text.mid(m_copied);
        return m_cut;
    }

private:
    // To its last quote.
    void skipString()
    {
        const qsizetype first = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        if (!m_isInList && m_depth == 1)
            m_string = m_text.mid(first, m_at + 1 - first);
    }

    void lookOutside(char c)
    {
        switch (c) {
        case '[':
            if (m_depth == 1 && m_isListNext) {
                beginList();
                break;
            }
            [[fallthrough]];
        case '{':
            ++m_depth;
            break;
        case ']':
        case '}':
            --m_depth;
            break;
        case ':':
        case ',':
            if (m_depth == 1)
                m_isListNext = c == ':' && isNameOfList();
            break;
        default:
            break;
        }
    }

    // A name can be spelled in several ways.
    bool isNameOfList() const
    {
        return m_string == "\"profiles\""
            || (m_string.contains('\\')
                && QJsonDocument::fromJson('[' + m_string + ']')[0].toString() == "profiles"_L1);
    }

    void beginList()
    {
        m_cut.frame += m_text.mid(m_copied, m_at + 1 - m_copied);
        m_entry = m_at + 1;
        m_isInList = true;
        m_isListNext = false;
        m_depthOfEntry = 0;
    }

    void lookInList(char c)
    {
        const bool closes = c == ']' || c == '}';
        if (c == '[' || c == '{') {
            ++m_depthOfEntry;
        } else if (closes && m_depthOfEntry > 0) {
            --m_depthOfEntry;
        } else if (c == ',' && m_depthOfEntry == 0) {
            endEntry();
            m_entry = m_at + 1;
        } else if (c == ']') {
            m_cut.end = m_at;
            endList();
        }
    }

    void endEntry()
    {
        // What is empty is what stands behind a last comma: people write one.
        if (const QByteArray entry = m_text.mid(m_entry, m_at - m_entry).trimmed();
            !entry.isEmpty())
            m_cut.entries.append(entry);
    }

    void endList()
    {
        endEntry();
        m_copied = m_at;
        m_isInList = false;
    }

    const QByteArray &m_text;
    ProfileListText m_cut;
    qsizetype m_at = 0;
    qsizetype m_copied = 0; ///< up to here into the frame
    qsizetype m_entry = 0;  ///< where the one at hand begins
    int m_depth = 0;
    int m_depthOfEntry = 0;
    QByteArray m_string; ///< the latest of the outermost object, with its quotes
    bool m_isListNext = false;
    bool m_isInList = false;
};

} // namespace

ProfileListText cutProfileList(const QByteArray &text)
{
    return Cutter(text).cut();
}

} // namespace hourpass
