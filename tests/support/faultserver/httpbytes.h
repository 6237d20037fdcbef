// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace hourpass::test {

/// Answers as they go over the wire, so that each byte of them can be wrong.
///
/// `head` is what follows "HTTP/1.1 ", without the blank line: "200 OK\r\nX-Odd: 1".
QByteArray httpBytes(const QByteArray &head, const QByteArray &body);
QByteArray httpWithLength(const QByteArray &head, const QByteArray &body);
/// In one chunk and the last one.
QByteArray httpChunked(const QByteArray &head, const QByteArray &body);

/// RFC 1952.
QByteArray gzipped(const QByteArray &bytes);
/// One megabyte of gzip that unpacks to more than a gigabyte of zeros.
QByteArray gzipBomb();
/// RFC 1950, which is what HTTP means by "deflate".
QByteArray deflated(const QByteArray &bytes);

} // namespace hourpass::test
