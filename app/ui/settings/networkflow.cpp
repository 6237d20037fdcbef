// SPDX-FileCopyrightText: The Hourpass authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/networkflow.h"

#include "ui/settings/networkdialog.h"

namespace hourpass {

void openNetworkSettings(const Engine &engine, const Endpoint &shownFor, QWidget *window)
{
    auto *dialog = new NetworkDialog(engine.settings.settings().proxy, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto &fault = engine.settings.fault())
        dialog->showFault(*fault);
    engine.proxies.proxyFor(shownFor.tokenUrl())
        .then(dialog, [dialog, host = shownFor.host()](const Result<Proxy> &proxy) {
            dialog->showCurrent(host, proxy);
        });
    QObject::connect(
        dialog, &NetworkDialog::saveRequested, dialog,
        [dialog, &engine](const ProxySettings &settings, const std::optional<Secret> &password) {
            engine.proxyKeeper.save(settings, password)
                .then(dialog, [dialog](const Result<void> &saved) {
                    if (saved)
                        dialog->accept();
                    else
                        dialog->showFault(saved.error());
                });
        });
    // The keychain may be waiting for the user.
    QObject::connect(dialog, &QDialog::rejected, dialog, [dialog, &engine] {
        if (dialog->isBusy())
            engine.keys.cancelAll();
    });
    dialog->open();
}

} // namespace hourpass
