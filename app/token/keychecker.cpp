// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "token/keychecker.h"

#include "network/httpcall.h"
#include "token/keydetailsanswer.h"
#include "token/tokenformat.h"

#include <algorithm>

namespace hourpass {

using namespace Qt::StringLiterals;

namespace {

// Enough for the request that it is for.
constexpr Seconds tokenLife{60};

// A header cannot hold all that a key may, and must not hold what would end it.
bool fitsHeader(const Secret &key)
{
    const QByteArrayView bytes = key.reveal();
    return std::none_of(bytes.begin(), bytes.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

} // namespace

struct KeyChecker::Check {
    Check(const Profile &profile, const NetworkTools &network, SecretStore::Prompt whetherToAsk)
        : endpoint(profile.endpoint)
        , prompt(whetherToAsk)
        , call(new HttpCall({profile.caFile}, network))
    {
    }
    // A check ends in what its call reports, so the call may not go at once.
    struct DeleteLater {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    Endpoint endpoint;
    SecretStore::Prompt prompt;
    Secret token;               ///< the key's own
    bool gotTokenForIt = false; ///< nobody else wanted one when the check began
    std::unique_ptr<HttpCall, DeleteLater> call;
    Reporter<KeyCheck> reporter;
};

KeyChecker::KeyChecker(ProfileStore &profiles, TokenSessions &sessions, NetworkTools network,
                       QObject *parent)
    : QObject(parent)
    , m_profiles(profiles)
    , m_sessions(sessions)
    , m_network(std::move(network))
{
}

KeyChecker::~KeyChecker() = default;

Future<KeyCheck> KeyChecker::check(const ProfileId &id, SecretStore::Prompt prompt)
{
    if (const auto running = m_checks.value(id))
        return running->reporter.future();
    const Profile *profile = m_profiles.find(id);
    if (!profile)
        return readyFuture<KeyCheck>(failure(ErrorCode::NotFound));
    const auto check = std::make_shared<Check>(*profile, m_network, prompt);
    check->gotTokenForIt = m_sessions.session(id).phase == TokenSession::Phase::Idle;
    m_checks.insert(id, check);
    m_sessions.obtainKeyToken(id, tokenLife, prompt)
        .then(this, [this, id, weak = std::weak_ptr(check)](const Result<TokenSet> &obtained) {
            if (const auto current = currentCheck(id, weak))
                readKey(id, current, obtained);
        });
    return check->reporter.future();
}

// The key's own token serves even where the trusted profile could not be assumed with it.
void KeyChecker::readKey(const ProfileId &id, const SharedCheck &check,
                         const Result<TokenSet> &obtained)
{
    const auto token = m_sessions.keyToken(id);
    if (!token || timeLeft(*token, m_sessions.now()) == Milliseconds::zero()) {
        finish(id, check,
               obtained ? failure(ErrorCode::Internal, u"there is no token of the key itself"_s)
                        : Failure(obtained.error()));
        return;
    }
    check->token = formatToken(*token, TokenFormat::Bearer, {}, m_sessions.now());
    m_sessions.readKey(id, check->prompt)
        .then(this, [this, id, weak = std::weak_ptr(check)](const Result<Secret> &key) {
            const auto current = currentCheck(id, weak);
            if (current && key)
                ask(id, current, *key);
            else if (current)
                finish(id, current, Failure(key.error()));
        });
}

void KeyChecker::ask(const ProfileId &id, const SharedCheck &check, const Secret &key)
{
    if (!fitsHeader(key)) {
        finish(id, check, KeyCheck());
        return;
    }
    HttpRequest request;
    request.purpose = RequestPurpose::KeyDetails;
    request.url = check->endpoint.keyDetailsUrl();
    request.headers = {{"IAM-ApiKey", key}, {"Authorization", check->token}};
    check->call->send(request).then(
        this, [this, id, weak = std::weak_ptr(check)](const Result<HttpAnswer> &answer) {
            const auto current = currentCheck(id, weak);
            if (!current)
                return;
            auto parsed = answer ? parseKeyDetailsAnswer(*answer) : Failure(answer.error());
            if (!parsed && parsed.error().subject.isEmpty())
                parsed.error().subject = current->endpoint.host();
            finish(id, current, parsed);
        });
}

void KeyChecker::finish(const ProfileId &id, const SharedCheck &check,
                        const Result<KeyCheck> &result)
{
    m_checks.remove(id);
    if (result && result->details)
        remember(id, *result->details);
    check->reporter.report(result);
}

// Best effort: a warning hangs on it, and what was found out is told in any case.
void KeyChecker::remember(const ProfileId &id, const KeyDetails &details)
{
    const Profile *profile = m_profiles.find(id);
    if (!profile || profile->keyExpiresAt == details.expiresAt)
        return;
    Profile dated = *profile;
    dated.keyExpiresAt = details.expiresAt;
    static_cast<void>(m_profiles.update(dated));
}

void KeyChecker::cancel(const ProfileId &id)
{
    const auto check = m_checks.value(id);
    if (!check)
        return;
    finish(id, check, failure(ErrorCode::Cancelled));
    check->call->cancel();
    if (check->token.isEmpty() && check->gotTokenForIt)
        m_sessions.cancel(id);
}

// Null where it was cancelled meanwhile, even if another one has started since.
KeyChecker::SharedCheck KeyChecker::currentCheck(const ProfileId &id,
                                                 const std::weak_ptr<Check> &check) const
{
    const auto current = m_checks.value(id);
    return current == check.lock() ? current : nullptr;
}

} // namespace hourpass
