// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "files/replacefile.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

// QSaveFile of Qt 6.4 holds up to 16 KiB back and does not look whether commit() could write them:
// on a disk that is almost full it puts an empty or cut file in the place of the good one.

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLinks = 40; // as the system itself

// Empty where the links lead nowhere.
QString endOfLinks(const QString &path)
{
    QFileInfo file(path);
    for (int i = 0; file.isSymLink() && i < mostLinks; ++i)
        file.setFile(file.symLinkTarget());
    return file.isSymLink() ? QString() : file.filePath();
}

// Some file systems cannot, and say so.
bool isOnDisk(int fd)
{
    int done = -1;
    do
        done = ::fsync(fd);
    while (done != 0 && errno == EINTR);
    return done == 0 || errno == EINVAL || errno == ENOTSUP;
}

bool bringFolderToDisk(const QString &folder)
{
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno == EACCES; // one that may be written to and not read
    const bool done = isOnDisk(fd);
    const int error = errno;
    ::close(fd);
    errno = error;
    return done;
}

// A new file beside the old one. Each step leaves its reason in errno where it fails.
class NewFile final
{
public:
    explicit NewFile(const QByteArray &target)
        : m_target(target)
        , m_name(target + ".XXXXXX")
        , m_fd(::mkostemp(m_name.data(), O_CLOEXEC))
        , m_exists(m_fd >= 0)
    {
    }
    ~NewFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        if (m_exists)
            ::unlink(m_name.constData());
    }
    Q_DISABLE_COPY_MOVE(NewFile)

    bool isOpen() const { return m_fd >= 0; }
    bool makePrivate() const { return ::fchmod(m_fd, S_IRUSR | S_IWUSR) == 0; }
    bool write(const QByteArray &content) const;
    bool bringToDisk() const { return isOnDisk(m_fd); }
    // An interrupted close() has closed it, and all was on the disk before.
    bool close() { return ::close(std::exchange(m_fd, -1)) == 0 || errno == EINTR; }
    bool takeThePlace()
    {
        m_exists = std::rename(m_name.constData(), m_target.constData()) != 0;
        return !m_exists;
    }

private:
    QByteArray m_target;
    QByteArray m_name;
    int m_fd;
    bool m_exists;
};

bool NewFile::write(const QByteArray &content) const
{
    const char *from = content.constData();
    qsizetype left = content.size();
    while (left > 0) {
        const ssize_t done = ::write(m_fd, from, std::size_t(left));
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        from += done;
        left -= done;
    }
    return true;
}

} // namespace

Result<void> replaceFile(const QString &path, const QByteArray &content)
{
    const QString target = endOfLinks(path);
    if (target.isEmpty())
        return failure(ErrorCode::WriteFailed, qt_error_string(ELOOP), path);
    // Whoever forbade himself to write it means what is in it.
    if (const QFileInfo info(target); info.exists() && !info.isWritable())
        return failure(ErrorCode::WriteFailed, qt_error_string(EACCES), path);
    NewFile file(QFile::encodeName(target));
    const bool isReplaced = file.isOpen() && file.makePrivate() && file.write(content)
        && file.bringToDisk() && file.close() && file.takeThePlace()
        && bringFolderToDisk(QFileInfo(target).path());
    if (!isReplaced)
        return failure(ErrorCode::WriteFailed, qt_error_string(errno), path);
    return {};
}

} // namespace hourpass
