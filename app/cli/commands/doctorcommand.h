// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commandline.h"
#include "cli/commands/command.h"
#include "doctor/doctor.h"
#include "profiles/keycensus.h"

#include <QObject>
#include <QPromise>

#include <memory>
#include <optional>

namespace hourpass {

/// `doctor`. The profiles are loaded. Writes each finding out as it comes, so that what ends it is
/// an empty output or a complaint.
class DoctorCommand final : public QObject
{
    Q_OBJECT

public:
    explicit DoctorCommand(const CommandTools &tools, QObject *parent = nullptr);
    ~DoctorCommand() override;

    QFuture<Outcome> run(const CommandLine &line);
    void cancel();

private:
    tl::expected<DoctorTarget, Complaint> targetFor(const QString &name) const;
    void print(const Finding &finding);
    void finish();

    CommandTools m_tools;
    KeyCensus m_census;
    bool m_json = false;
    std::unique_ptr<Doctor> m_doctor;
    QPromise<Outcome> m_outcome;
    std::optional<Complaint> m_notWritten;
    int m_found = 0;
    int m_failed = 0;
};

} // namespace hourpass
