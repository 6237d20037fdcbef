// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/keyfaultwords.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct KeyFaultWords {
    Q_DECLARE_TR_FUNCTIONS(hourpass::KeyFaultWords)
};

} // namespace

QString keyFaultText(KeyFault fault)
{
    switch (fault) {
    case KeyFault::TooLarge:
        return KeyFaultWords::tr("there is more than 256 KiB of it");
    case KeyFault::NotKeys:
        return KeyFaultWords::tr("it is neither a JWK, a JWK set nor PEM");
    case KeyFault::NotJson:
        return KeyFaultWords::tr("its JSON is damaged");
    case KeyFault::PemDamaged:
        return KeyFaultWords::tr("its PEM is damaged");
    case KeyFault::TooManyKeys:
        return KeyFaultWords::tr("there are too many keys in it");
    case KeyFault::PrivateKey:
        return KeyFaultWords::tr("there is a private key in it, which belongs to its owner alone");
    case KeyFault::TypeUnsupported:
        return KeyFaultWords::tr("its type is not supported");
    case KeyFault::CurveUnsupported:
        return KeyFaultWords::tr("its curve is not supported");
    case KeyFault::MemberInvalid:
        return KeyFaultWords::tr("a member of it is missing or wrong");
    case KeyFault::PointInvalid:
        return KeyFaultWords::tr("it is not a point on its curve");
    case KeyFault::TooShort:
        return KeyFaultWords::tr("it is too short to be safe");
    case KeyFault::TooLong:
        return KeyFaultWords::tr("it is too long");
    case KeyFault::ExponentInvalid:
        return KeyFaultWords::tr("its exponent is not one to use");
    case KeyFault::UseNotSignature:
        return KeyFaultWords::tr("it is not for signatures");
    case KeyFault::OperationsWithoutVerify:
        return KeyFaultWords::tr("it is not for checking signatures");
    case KeyFault::AlgorithmMismatch:
        return KeyFaultWords::tr("its algorithm does not fit its type");
    case KeyFault::SharedAmongPublic:
        return KeyFaultWords::tr("a secret key stands among public ones");
    case KeyFault::Ambiguous:
        break;
    }
    return KeyFaultWords::tr("there are several with this id");
}

} // namespace hourpass
