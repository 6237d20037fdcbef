// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/secret.h"

#include <QIODevice>

namespace hourpass {

/// A request body that can be read once. Qt sends a POST up to four times when the server closes
/// the connection without an answer; a body that cannot go back to its beginning makes it report a
/// failure instead.
class OneShotBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(Secret body, QObject *parent = nullptr)
        : QIODevice(parent)
        , m_body(std::move(body))
    {
        open(ReadOnly | Unbuffered);
    }

    bool isSequential() const override { return true; }
    bool reset() override { return false; } // without the warning that QIODevice would log
    qint64 bytesAvailable() const override { return m_body.size() - m_read; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        if (bytesAvailable() == 0)
            return -1;
        const qint64 size = qMin(maxSize, bytesAvailable());
        std::copy_n(m_body.reveal().data() + m_read, size, data);
        m_read += size;
        return size;
    }
    qint64 writeData(const char * /*data*/, qint64 /*maxSize*/) override { return -1; }

private:
    Secret m_body;
    qint64 m_read = 0;
};

} // namespace hourpass
