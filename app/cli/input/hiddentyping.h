// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace hourpass {

/// While it lives, the terminal on standard input does not show what is typed. The terminal is put
/// back as it was. Does nothing where standard input is no terminal.
class HiddenTyping final
{
public:
    HiddenTyping();
    ~HiddenTyping();
    HiddenTyping(const HiddenTyping &) = delete;
    HiddenTyping &operator=(const HiddenTyping &) = delete;

    /// Whether nothing typed can be seen.
    bool isHidden() const { return m_before != nullptr; }

private:
    struct Mode;
    std::unique_ptr<const Mode> m_before;
};

} // namespace hourpass
