// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "words/keyfaultwords.h"

#include <QCoreApplication>

namespace hourpass {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hourpass::KeyFaultWords)
};

} // namespace

QString keyFaultText(KeyFault fault)
{
    switch (fault) {
    case KeyFault::TooLarge:
        return Words::tr("there is more than 256 KiB of it");
    case KeyFault::NotKeys:
        return Words::tr("it is neither a JWK, a JWK set nor PEM");
    case KeyFault::NotJson:
        return Words::tr("its JSON is damaged");
    case KeyFault::PemDamaged:
        return Words::tr("its PEM is damaged");
    case KeyFault::TooManyKeys:
        return Words::tr("there are too many keys in it");
    case KeyFault::PrivateKey:
        return Words::tr("there is a private key in it, which belongs to its owner alone");
    case KeyFault::TypeUnsupported:
        return Words::tr("its type is not supported");
    case KeyFault::CurveUnsupported:
        return Words::tr("its curve is not supported");
    case KeyFault::MemberInvalid:
        return Words::tr("a member of it is missing or wrong");
    case KeyFault::PointInvalid:
        return Words::tr("it is not a point on its curve");
    case KeyFault::TooShort:
        return Words::tr("it is too short to be safe");
    case KeyFault::TooLong:
        return Words::tr("it is too long");
    case KeyFault::ExponentInvalid:
        return Words::tr("its exponent is not one to use");
    case KeyFault::UseNotSignature:
        return Words::tr("it is not for signatures");
    case KeyFault::OperationsWithoutVerify:
        return Words::tr("it is not for checking signatures");
    case KeyFault::AlgorithmMismatch:
        return Words::tr("its algorithm does not fit its type");
    case KeyFault::SharedAmongPublic:
        return Words::tr("a secret key stands among public ones");
    case KeyFault::Ambiguous:
        break;
    }
    return Words::tr("there are several with this id");
}

} // namespace hourpass
