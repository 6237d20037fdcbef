// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "support/iamemulator/certificateauthority.h"

#include "support/iamemulator/openssl.h"

#include <QRandomGenerator>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <chrono>

using namespace std::chrono_literals;

namespace hourpass::emulator {

namespace {

struct Validity {
    std::chrono::seconds from = -24h;
    std::chrono::seconds until = 7 * 24h;
};

struct ExtensionText {
    int id;
    const char *value;
};

constexpr ExtensionText authorityExtensions[] = {
    {NID_basic_constraints, "critical,CA:TRUE"},
    {NID_key_usage, "critical,keyCertSign,cRLSign"},
    {NID_subject_key_identifier, "hash"},
};

constexpr ExtensionText serverExtensions[] = {
    {NID_basic_constraints, "critical,CA:FALSE"},
    {NID_key_usage, "critical,digitalSignature"},
    {NID_ext_key_usage, "serverAuth"},
    {NID_subject_key_identifier, "hash"},
    {NID_authority_key_identifier, "keyid"},
};

openssl::PrivateKey makeKey(CertificateFault fault = CertificateFault::None)
{
    const bool weak = fault == CertificateFault::WeakKey;
    openssl::PrivateKey key(weak ? EVP_RSA_gen(1024) : EVP_EC_gen("P-256"));
    openssl::require(key != nullptr, "making a key");
    return key;
}

void setSubject(X509 *certificate, const char *commonName)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto *text = reinterpret_cast<const unsigned char *>(commonName);
    openssl::require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1,
                     "X509_NAME_add_entry_by_txt");
}

/// A certificate without a signature: serial number, subject, key and times.
openssl::Certificate makeCertificate(const char *commonName, EVP_PKEY *key, Validity validity)
{
    openssl::Certificate certificate(X509_new());
    openssl::require(certificate != nullptr, "X509_new");
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()),
                            QRandomGenerator::system()->generate64() >> 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), validity.from.count());
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validity.until.count());
    setSubject(certificate.get(), commonName);
    openssl::require(X509_set_pubkey(certificate.get(), key) == 1, "X509_set_pubkey");
    return certificate;
}

void addExtension(X509 *certificate, X509 *issuer, ExtensionText text)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const openssl::Extension extension(X509V3_EXT_conf_nid(nullptr, &context, text.id, text.value));
    openssl::require(extension && X509_add_ext(certificate, extension.get(), -1) == 1,
                     "X509_add_ext");
}

struct Issuer {
    X509 *certificate;
    EVP_PKEY *key;
};

void sign(X509 *certificate, const Issuer &issuer, const EVP_MD *digest = EVP_sha256())
{
    X509_set_issuer_name(certificate, X509_get_subject_name(issuer.certificate));
    openssl::require(X509_sign(certificate, issuer.key, digest) > 0, "X509_sign");
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

QByteArray toPem(X509 *certificate)
{
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    openssl::require(PEM_write_bio_X509(bio.get(), certificate) == 1, "PEM_write_bio_X509");
    return contents(bio.get());
}

QByteArray toPem(EVP_PKEY *key)
{
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    // QSslKey reads an EC key in its traditional form only.
    openssl::require(
        PEM_write_bio_PrivateKey_traditional(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr)
            == 1,
        "PEM_write_bio_PrivateKey_traditional");
    return contents(bio.get());
}

Validity validityFor(CertificateFault fault)
{
    switch (fault) {
    case CertificateFault::Expired:
        return {-48h, -24h};
    case CertificateFault::NotYetValid:
        return {24h, 48h};
    default:
        return {};
    }
}

} // namespace

struct CertificateAuthority::Identity {
    /// Signed by itself where there is no issuer.
    explicit Identity(const char *name, const Identity *issuedBy = nullptr)
        : certificate(makeCertificate(name, key.get(), {}))
    {
        const Issuer by = issuedBy ? issuedBy->issuer() : issuer();
        for (const ExtensionText &extension : authorityExtensions)
            addExtension(certificate.get(), by.certificate, extension);
        sign(certificate.get(), by);
    }
    Issuer issuer() const { return {certificate.get(), key.get()}; }

    openssl::PrivateKey key = makeKey();
    openssl::Certificate certificate;
};

CertificateAuthority::CertificateAuthority()
    : m_identity(std::make_unique<const Identity>("Hourpass emulator CA"))
{
}

CertificateAuthority::~CertificateAuthority() = default;

QByteArray CertificateAuthority::pem() const
{
    return toPem(m_identity->certificate.get());
}

ServerCertificate CertificateAuthority::issue(CertificateFault fault) const
{
    if (fault == CertificateFault::UnknownAuthority)
        return CertificateAuthority().issue();
    if (fault == CertificateFault::IncompleteChain) {
        const Identity intermediate("Hourpass emulator intermediate CA", m_identity.get());
        return issueBy(intermediate, CertificateFault::None);
    }
    return issueBy(*m_identity, fault);
}

ServerCertificate CertificateAuthority::issueBy(const Identity &authority, CertificateFault fault)
{
    const bool otherHost = fault == CertificateFault::OtherHost;
    const openssl::PrivateKey key = makeKey(fault);
    const openssl::Certificate leaf =
        makeCertificate(otherHost ? "other.example" : "localhost", key.get(), validityFor(fault));
    const bool selfSigned = fault == CertificateFault::SelfSigned;
    const Issuer issuer = selfSigned ? Issuer{leaf.get(), key.get()} : authority.issuer();
    for (const ExtensionText &extension : serverExtensions)
        addExtension(leaf.get(), issuer.certificate, extension);
    addExtension(leaf.get(), issuer.certificate,
                 {NID_subject_alt_name,
                  otherHost ? "DNS:other.example" : "DNS:localhost,DNS:*.iam.test,IP:127.0.0.1"});
    sign(leaf.get(), issuer, fault == CertificateFault::WeakSignature ? EVP_sha1() : EVP_sha256());
    const auto algorithm = fault == CertificateFault::WeakKey ? QSsl::Rsa : QSsl::Ec;
    return {QSslCertificate(toPem(leaf.get()), QSsl::Pem), QSslKey(toPem(key.get()), algorithm)};
}

} // namespace hourpass::emulator
