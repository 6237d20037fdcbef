<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ClipboardWords</name>
    <message>
        <source>What is on the clipboard is larger than %1. Save it to a file, and open that.</source>
        <translation>Der Inhalt der Zwischenablage ist größer als %1. Speichern Sie ihn in einer Datei und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>The program that has the clipboard does not answer. Copy once more, there or elsewhere.</source>
        <translation>Das Programm, dem die Zwischenablage gehört, antwortet nicht. Kopieren Sie noch einmal, dort oder anderswo.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
</context>
<context>
    <name>hourpass::Application</name>
    <message>
        <source>Copy the default profile&apos;s token</source>
        <translation>Token des Standardprofils kopieren</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Inspect the clipboard</source>
        <translation>Zwischenablage untersuchen</translation>
    </message>
</context>
<context>
    <name>hourpass::BadEntry</name>
    <message>
        <source>An entry without a name</source>
        <translation>Ein Eintrag ohne Namen</translation>
    </message>
    <message>
        <source>The entry cannot be read: it is not valid JSON, or nested too deeply.</source>
        <translation>Der Eintrag ist nicht lesbar: er ist kein gültiges JSON oder zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>The entry is no profile.</source>
        <translation>Der Eintrag ist kein Profil.</translation>
    </message>
    <message>
        <source>The entry has no valid id, by which its key is found.</source>
        <translation>Der Eintrag hat keine gültige Kennung, an der sein Schlüssel gefunden wird.</translation>
    </message>
    <message>
        <source>Its name cannot be used: it is empty, too long or has hidden characters.</source>
        <translation>Sein Name ist nicht verwendbar: er ist leer, zu lang oder hat unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>Its endpoint cannot be used: no key may be sent there.</source>
        <translation>Sein Endpunkt ist nicht verwendbar: dorthin darf kein Schlüssel gesendet werden.</translation>
    </message>
    <message>
        <source>Its CA file is not named by a text.</source>
        <translation>Seine CA-Datei ist nicht mit einem Text benannt.</translation>
    </message>
    <message>
        <source>The keychain of its key is not named by a text.</source>
        <translation>Der Schlüsselbund seines Schlüssels ist nicht mit einem Text benannt.</translation>
    </message>
    <message>
        <source>Its trusted profile cannot be used: tokens would be another identity&apos;s.</source>
        <translation>Sein vertrauenswürdiges Profil ist nicht verwendbar: die Token wären die einer anderen Identität.</translation>
    </message>
    <message>
        <source>An entry above it has the same id.</source>
        <translation>Ein Eintrag über ihm hat dieselbe Kennung.</translation>
    </message>
    <message>
        <source>An entry above it has the same name.</source>
        <translation>Ein Eintrag über ihm hat denselben Namen.</translation>
    </message>
    <message>
        <source>It stays in %1 as it is, until you correct it there or remove it.</source>
        <translation>Er bleibt in %1, wie er ist, bis Sie ihn dort berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>A list of profiles could not be read and lies aside as %1. The keys are still in the keychain.</source>
        <translation>Eine Profilliste war nicht lesbar und liegt als %1 beiseite. Die Schlüssel sind noch im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>hourpass::BadEntryPage</name>
    <message>
        <source>Remove from the list…</source>
        <translation>Aus der Liste entfernen …</translation>
    </message>
    <message>
        <source>This profile cannot be used.</source>
        <translation>Dieses Profil ist nicht verwendbar.</translation>
    </message>
</context>
<context>
    <name>hourpass::ClaimReadings</name>
    <message>
        <source>a person with an IBMid</source>
        <translation>eine Person mit einer IBMid</translation>
    </message>
    <message>
        <source>a service ID</source>
        <translation>eine Service-ID</translation>
    </message>
    <message>
        <source>a trusted profile</source>
        <translation>ein Trusted Profile</translation>
    </message>
    <message>
        <source>a service or a compute resource</source>
        <translation>ein Dienst oder eine Compute-Ressource</translation>
    </message>
    <message>
        <source>a user who was invited and has not accepted yet</source>
        <translation>ein Benutzer, der eingeladen ist und noch nicht angenommen hat</translation>
    </message>
    <message>
        <source>IBM&apos;s own users</source>
        <translation>Benutzer von IBM selbst</translation>
    </message>
    <message>
        <source>service IDs and trusted profiles</source>
        <translation>Service-IDs und Trusted Profiles</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>ein Dienst</translation>
    </message>
    <message>
        <source>with an API key</source>
        <translation>mit einem API-Schlüssel</translation>
    </message>
    <message>
        <source>with a passcode</source>
        <translation>mit einem Passcode</translation>
    </message>
    <message>
        <source>with a password</source>
        <translation>mit einem Kennwort</translation>
    </message>
    <message>
        <source>by assuming a trusted profile</source>
        <translation>über ein Trusted Profile</translation>
    </message>
    <message>
        <source>with a compute resource&apos;s token</source>
        <translation>mit einem Compute-Resource-Token</translation>
    </message>
    <message>
        <source>with a refresh token</source>
        <translation>mit einem Refresh-Token</translation>
    </message>
    <message>
        <source>by an authorization between two services</source>
        <translation>durch eine Berechtigung zwischen zwei Diensten</translation>
    </message>
    <message>
        <source>a service, nobody logged in</source>
        <translation>ein Dienst, niemand hat sich angemeldet</translation>
    </message>
    <message>
        <source>one factor: password or key</source>
        <translation>ein Faktor: Kennwort oder Schlüssel</translation>
    </message>
    <message>
        <source>more than one factor</source>
        <translation>mehr als ein Faktor</translation>
    </message>
    <message>
        <source>password or key</source>
        <translation>Kennwort oder Schlüssel</translation>
    </message>
    <message>
        <source>one-time password</source>
        <translation>Einmalkennwort</translation>
    </message>
    <message>
        <source>one-time password of an app</source>
        <translation>Einmalkennwort einer App</translation>
    </message>
    <message>
        <source>any program</source>
        <translation>ein beliebiges Programm</translation>
    </message>
    <message>
        <source>IBM Cloud&apos;s command line</source>
        <translation>die Befehlszeile der IBM Cloud</translation>
    </message>
    <message>
        <source>Kubernetes</source>
        <translation>Kubernetes</translation>
    </message>
    <message>
        <source>IBM Cloud IAM</source>
        <translation>IBM Cloud IAM</translation>
    </message>
    <message>
        <source>IBM Cloud IAM, its former address</source>
        <translation>IBM Cloud IAM, die frühere Adresse</translation>
    </message>
    <message>
        <source>IBM Cloud IAM&apos;s test environment</source>
        <translation>die Testumgebung von IBM Cloud IAM</translation>
    </message>
    <message>
        <source>it is active</source>
        <translation>es ist aktiv</translation>
    </message>
    <message>
        <source>it is not active: services refuse the token</source>
        <translation>es ist nicht aktiv: Dienste lehnen das Token ab</translation>
    </message>
    <message>
        <source>a user of another directory</source>
        <translation>ein Benutzer eines anderen Verzeichnisses</translation>
    </message>
    <message>
        <source>service %1</source>
        <comment>part of a CRN</comment>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>region %1</source>
        <comment>part of a CRN</comment>
        <translation>Region %1</translation>
    </message>
    <message>
        <source>account %1</source>
        <comment>part of a CRN</comment>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>instance %1</source>
        <comment>part of a CRN</comment>
        <translation>Instanz %1</translation>
    </message>
    <message>
        <source>type %1</source>
        <comment>part of a CRN</comment>
        <translation>Typ %1</translation>
    </message>
    <message>
        <source>resource %1</source>
        <comment>part of a CRN</comment>
        <translation>Ressource %1</translation>
    </message>
    <message>
        <source>test environment</source>
        <translation>Testumgebung</translation>
    </message>
</context>
<context>
    <name>hourpass::ClaimWords</name>
    <message>
        <source>how it is signed</source>
        <translation>wie es signiert ist</translation>
    </message>
    <message>
        <source>which key it is signed with</source>
        <translation>mit welchem Schlüssel es signiert ist</translation>
    </message>
    <message>
        <source>what kind of token it is</source>
        <translation>was für ein Token es ist</translation>
    </message>
    <message>
        <source>whose token it is</source>
        <translation>wem das Token gehört</translation>
    </message>
    <message>
        <source>the same as iam_id</source>
        <translation>dasselbe wie iam_id</translation>
    </message>
    <message>
        <source>which directory knows the identity</source>
        <translation>welches Verzeichnis die Identität kennt</translation>
    </message>
    <message>
        <source>iam_id without its beginning</source>
        <translation>iam_id ohne den Anfang</translation>
    </message>
    <message>
        <source>the login session</source>
        <translation>die Sitzung der Anmeldung</translation>
    </message>
    <message>
        <source>the token&apos;s own id, for support cases</source>
        <translation>die ID des Tokens, für Supportfälle</translation>
    </message>
    <message>
        <source>the identity&apos;s name</source>
        <translation>der Name der Identität</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>the subject: e-mail, service ID, profile or CRN</source>
        <translation>das Subjekt: E-Mail, Service-ID, Profil oder CRN</translation>
    </message>
    <message>
        <source>kind of subject; not there for users</source>
        <translation>Art des Subjekts; fehlt bei Benutzern</translation>
    </message>
    <message>
        <source>who really logged in</source>
        <translation>wer sich wirklich angemeldet hat</translation>
    </message>
    <message>
        <source>who really logged in, as iam_id</source>
        <translation>wer sich wirklich angemeldet hat, als iam_id</translation>
    </message>
    <message>
        <source>who really logged in, by name</source>
        <translation>wer sich wirklich angemeldet hat, mit Namen</translation>
    </message>
    <message>
        <source>whether the account is active</source>
        <translation>ob das Konto aktiv ist</translation>
    </message>
    <message>
        <source>the account&apos;s id</source>
        <translation>die ID des Kontos</translation>
    </message>
    <message>
        <source>account of the classic infrastructure</source>
        <translation>Konto der klassischen Infrastruktur</translation>
    </message>
    <message>
        <source>user of the classic infrastructure</source>
        <translation>Benutzer der klassischen Infrastruktur</translation>
    </message>
    <message>
        <source>bound to this account</source>
        <translation>an dieses Konto gebunden</translation>
    </message>
    <message>
        <source>where the account is valid</source>
        <translation>wo das Konto gilt</translation>
    </message>
    <message>
        <source>service instances it is bound to</source>
        <translation>Serviceinstanzen, an die es gebunden ist</translation>
    </message>
    <message>
        <source>issued at</source>
        <translation>ausgestellt am</translation>
    </message>
    <message>
        <source>expires at</source>
        <translation>gültig bis</translation>
    </message>
    <message>
        <source>not valid before</source>
        <translation>nicht gültig vor</translation>
    </message>
    <message>
        <source>who issued it</source>
        <translation>wer es ausgestellt hat</translation>
    </message>
    <message>
        <source>who it is for</source>
        <translation>für wen es ist</translation>
    </message>
    <message>
        <source>how it was obtained</source>
        <translation>wie es erlangt wurde</translation>
    </message>
    <message>
        <source>what it may be used for</source>
        <translation>wofür es verwendet werden darf</translation>
    </message>
    <message>
        <source>which program asked for it</source>
        <translation>welches Programm es angefordert hat</translation>
    </message>
    <message>
        <source>how the login was made</source>
        <translation>wie die Anmeldung erfolgte</translation>
    </message>
    <message>
        <source>how sure the login is</source>
        <translation>wie sicher die Anmeldung ist</translation>
    </message>
    <message>
        <source>text</source>
        <comment>type of a value</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <comment>type of a value</comment>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>yes or no</source>
        <comment>type of a value</comment>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>list</source>
        <comment>type of a value</comment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>object</source>
        <comment>type of a value</comment>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>type of a value</comment>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what the claim is for: what its value says</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>hourpass::ClaimsModel</name>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
</context>
<context>
    <name>hourpass::ClaimsView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Search claims</source>
        <translation>Claims suchen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Token claims</source>
        <translation>Claims des Tokens</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy meaning</source>
        <translation>Bedeutung kopieren</translation>
    </message>
    <message>
        <source>Token as a tree</source>
        <translation>Token als Baum</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Token as JSON</source>
        <translation>Token als JSON</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>hourpass::ClipboardFetch</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop waiting for the program that has the clipboard</source>
        <translation>Nicht länger auf das Programm warten, dem die Zwischenablage gehört</translation>
    </message>
    <message>
        <source>Reading the clipboard…</source>
        <translation>Zwischenablage wird gelesen …</translation>
    </message>
</context>
<context>
    <name>hourpass::ClipboardStatus</name>
    <message>
        <source>Clear now</source>
        <translation>Jetzt leeren</translation>
    </message>
    <message>
        <source>Take the token off the clipboard</source>
        <translation>Das Token aus der Zwischenablage entfernen</translation>
    </message>
    <message>
        <source>Clipboard status</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>nothing copied</source>
        <translation>nichts kopiert</translation>
    </message>
    <message>
        <source>holds the token of %1, clears in %2 s</source>
        <translation>enthält das Token von %1, wird in %2 s geleert</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>geleert</translation>
    </message>
    <message>
        <source>replaced by something else</source>
        <translation>durch etwas anderes ersetzt</translation>
    </message>
    <message>
        <source>not copied: the desktop did not allow it</source>
        <translation>nicht kopiert: vom Desktop nicht zugelassen</translation>
    </message>
    <message>
        <source>could not be cleared</source>
        <translation>konnte nicht geleert werden</translation>
    </message>
    <message>
        <source>holds the token of %1, good for %2, clears in %3 s</source>
        <translation>enthält das Token von %1, gültig noch %2, wird in %3 s gelöscht</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Jetzt kopieren</translation>
    </message>
    <message>
        <source>Copy what was not copied; the desktop allows it with your press</source>
        <translation>Kopieren, was nicht kopiert wurde; der Desktop erlaubt es mit Ihrem Druck</translation>
    </message>
    <message>
        <source>copying the token of %1</source>
        <translation>Token von %1 wird kopiert</translation>
    </message>
    <message>
        <source>clearing</source>
        <translation>wird geleert</translation>
    </message>
    <message>
        <source>cleared, but a clipboard program keeps a copy of it</source>
        <translation>geleert, aber ein Zwischenablageprogramm behält eine Kopie</translation>
    </message>
    <message>
        <source>not copied: press here</source>
        <translation>nicht kopiert: hier drücken</translation>
    </message>
</context>
<context>
    <name>hourpass::Command</name>
    <message>
        <source>Standard output cannot be written to.</source>
        <translation>Auf die Standardausgabe kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>What was written is not complete. Check that the disk is not full and that the program that reads it still runs.</source>
        <translation>Die Ausgabe ist unvollständig. Prüfen Sie, ob der Datenträger voll ist und ob das Programm noch läuft, das sie liest.</translation>
    </message>
</context>
<context>
    <name>hourpass::CommandLine</name>
    <message>
        <source>See hourpass-cli --help.</source>
        <translation>Siehe hourpass-cli --help.</translation>
    </message>
    <message>
        <source>There is an unknown option.</source>
        <translation>Eine Option ist unbekannt.</translation>
    </message>
    <message>
        <source>There is no option --%1 here.</source>
        <translation>Die Option --%1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no command.</source>
        <translation>Es fehlt ein Befehl.</translation>
    </message>
    <message>
        <source>There is no such command.</source>
        <translation>Diesen Befehl gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>--%1 needs a value.</source>
        <translation>--%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>--min-life takes a time of at most an hour, such as 90s, 5m or 1h.</source>
        <translation>--min-life nimmt eine Zeit von höchstens einer Stunde, zum Beispiel 90s, 5m oder 1h.</translation>
    </message>
    <message>
        <source>--format takes raw, bearer, header, env, curl or json.</source>
        <translation>--format nimmt raw, bearer, header, env, curl oder json.</translation>
    </message>
    <message>
        <source>The name of the profile is missing.</source>
        <translation>Der Name des Profils fehlt.</translation>
    </message>
    <message>
        <source>There is one argument too many. A key is never an argument.</source>
        <translation>Das ist ein Argument zu viel. Ein Schlüssel wird nie als Argument übergeben.</translation>
    </message>
    <message>
        <source>The name of the profile is empty.</source>
        <translation>Der Name des Profils ist leer.</translation>
    </message>
    <message>
        <source>This name looks like an API key, which is never an argument.</source>
        <translation>Dieser Name sieht aus wie ein API-Schlüssel, und der wird nie als Argument übergeben.</translation>
    </message>
    <message>
        <source>The name of the file is empty.</source>
        <translation>Der Name der Datei ist leer.</translation>
    </message>
    <message>
        <source>This looks like a token or a key, which is never an argument. Give it on standard input.</source>
        <translation>Das sieht aus wie ein Token oder ein Schlüssel, und so etwas wird nie als Argument übergeben. Übergeben Sie es über die Standardeingabe.</translation>
    </message>
    <message>
        <source>--now takes a time in seconds since 1970.</source>
        <translation>--now nimmt eine Zeit in Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>With --fetch-keys, --issuer takes a URL that begins with https:// and ends in /identity, such as %1.</source>
        <translation>Mit --fetch-keys nimmt --issuer eine URL, die mit https:// beginnt und auf /identity endet, zum Beispiel %1.</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 und %2 schließen einander aus.</translation>
    </message>
    <message>
        <source>--ca-file needs --fetch-keys here.</source>
        <translation>--ca-file braucht hier --fetch-keys.</translation>
    </message>
    <message>
        <source>--json and --report exclude each other.</source>
        <translation>--json und --report schließen einander aus.</translation>
    </message>
    <message>
        <source>The id of the key is missing; see hourpass-cli profile orphans.</source>
        <translation>Die ID des Schlüssels fehlt; siehe hourpass-cli profile orphans.</translation>
    </message>
    <message>
        <source>This is no id of a key; see hourpass-cli profile orphans.</source>
        <translation>Das ist keine ID eines Schlüssels; siehe hourpass-cli profile orphans.</translation>
    </message>
</context>
<context>
    <name>hourpass::CommandRunner</name>
    <message>
        <source>Waiting for the keychain…</source>
        <translation>Warten auf den Schlüsselbund&#xa0;…</translation>
    </message>
    <message>
        <source>The window offers to restore what can be read of it.</source>
        <translation>Das Fenster bietet an, was davon lesbar ist, wiederherzustellen.</translation>
    </message>
</context>
<context>
    <name>hourpass::CompareDialog</name>
    <message>
        <source>Compare tokens</source>
        <translation>Token vergleichen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweites</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;First token</source>
        <translation>&amp;Erstes Token</translation>
    </message>
    <message>
        <source>&amp;Second token</source>
        <translation>&amp;Zweites Token</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Tauschen</translation>
    </message>
</context>
<context>
    <name>hourpass::ComparisonWords</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Another account</source>
        <translation>Anderes Konto</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Another issuer</source>
        <translation>Anderer Aussteller</translation>
    </message>
    <message>
        <source>Obtained by</source>
        <translation>Erlangt durch</translation>
    </message>
    <message>
        <source>Obtained in another way</source>
        <translation>Auf andere Art erlangt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Anderer Schlüssel</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>Another algorithm</source>
        <translation>Anderer Algorithmus</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Another program asked for it</source>
        <translation>Von einem anderen Programm angefordert</translation>
    </message>
    <message>
        <source>Assurance</source>
        <translation>Sicherheitsstufe</translation>
    </message>
    <message>
        <source>Another assurance</source>
        <translation>Andere Sicherheitsstufe</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Another session</source>
        <translation>Andere Sitzung</translation>
    </message>
    <message>
        <source>The same in both: %1.</source>
        <translation>In beiden gleich: %1.</translation>
    </message>
    <message>
        <source>The first token has %1, the second %2.</source>
        <translation>Das erste Token hat %1, das zweite %2.</translation>
    </message>
    <message>
        <source>Only the first token says it: %1.</source>
        <translation>Nur das erste Token sagt es: %1.</translation>
    </message>
    <message>
        <source>Only the second token says it: %1.</source>
        <translation>Nur das zweite Token sagt es: %1.</translation>
    </message>
    <message>
        <source>Neither token says it.</source>
        <translation>Keines der beiden Token sagt es.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (id)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Another identity</source>
        <translation>Andere Identität</translation>
    </message>
    <message>
        <source>The first token is for %1, the second for %2.</source>
        <translation>Das erste Token ist für %1, das zweite für %2.</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Somebody else logged in</source>
        <translation>Jemand anderes hat sich angemeldet</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>The second token lost %1.</source>
        <translation>Dem zweiten Token fehlt %1.</translation>
    </message>
    <message>
        <source>The second token gained %1.</source>
        <translation>Das zweite Token hat zusätzlich %1.</translation>
    </message>
    <message>
        <source>More scope</source>
        <translation>Mehr Scope</translation>
    </message>
    <message>
        <source>Less scope</source>
        <translation>Weniger Scope</translation>
    </message>
    <message>
        <source>Another scope</source>
        <translation>Anderer Scope</translation>
    </message>
    <message>
        <source>Issued for</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>A shorter life</source>
        <translation>Kürzere Gültigkeit</translation>
    </message>
    <message>
        <source>A longer life</source>
        <translation>Längere Gültigkeit</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>47 minutes</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>expired %1 ago</source>
        <translation>abgelaufen, %1 her</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>One has expired</source>
        <translation>Eines ist abgelaufen</translation>
    </message>
    <message>
        <source>The first token: %1. The second: %2.</source>
        <translation>Das erste Token: %1. Das zweite: %2.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Another verdict</source>
        <translation>Anderes Urteil</translation>
    </message>
    <message>
        <source>Of both: %1</source>
        <translation>Zu beiden: %1</translation>
    </message>
    <message>
        <source>Of the first token: %1 Of the second: %2</source>
        <translation>Zum ersten Token: %1 Zum zweiten: %2</translation>
    </message>
    <message>
        <source>The second token cannot be read: there is nothing to compare.</source>
        <translation>Das zweite Token kann nicht gelesen werden: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>The first token cannot be read: there is nothing to compare.</source>
        <translation>Das erste Token kann nicht gelesen werden: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Neither token can be read: there is nothing to compare.</source>
        <translation>Keines der beiden Token kann gelesen werden: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Both are damaged: what they say may not be all.</source>
        <translation>Beide sind beschädigt: Ihre Angaben sind vielleicht unvollständig.</translation>
    </message>
    <message>
        <source>The first token is damaged: what it says may not be all.</source>
        <translation>Das erste Token ist beschädigt: Seine Angaben sind vielleicht unvollständig.</translation>
    </message>
    <message>
        <source>The second token is damaged: what it says may not be all.</source>
        <translation>Das zweite Token ist beschädigt: Seine Angaben sind vielleicht unvollständig.</translation>
    </message>
    <message>
        <source>Two tokens for the same: identity, account, scope and issuer are alike.</source>
        <translation>Zwei Token für dasselbe: Identität, Konto, Scope und Aussteller sind gleich.</translation>
    </message>
    <message>
        <source>No difference that matters can be told from what they say.</source>
        <translation>Aus ihren Angaben geht kein wichtiger Unterschied hervor.</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation>nur im ersten</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>nur im zweiten</translation>
    </message>
    <message>
        <source>moved to %1</source>
        <translation>verschoben nach %1</translation>
    </message>
    <message>
        <source>It is the same token, twice.</source>
        <translation>Es ist zweimal dasselbe Token.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Another account: The first token has …</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n verschoben</numerusform>
            <numerusform>%n verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the first</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n nur im ersten</numerusform>
            <numerusform>%n nur im ersten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the second</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n nur im zweiten</numerusform>
            <numerusform>%n nur im zweiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n gleich</numerusform>
            <numerusform>%n gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more values than %1; the rest was not compared.</source>
        <translation>Es sind mehr als %1 Werte; die übrigen wurden nicht verglichen.</translation>
    </message>
</context>
<context>
    <name>hourpass::Complaint</name>
    <message>
        <source>Remove the profile and add it again with its key.</source>
        <translation>Entfernen Sie das Profil und fügen Sie es mit seinem Schlüssel neu hinzu.</translation>
    </message>
    <message>
        <source>Give it on standard input, or in a file with --key-file.</source>
        <translation>Übergeben Sie ihn über die Standardeingabe oder mit --key-file in einer Datei.</translation>
    </message>
    <message>
        <source>Start a keychain such as GNOME Keyring, KWallet or KeePassXC. In cron or over SSH there is none unless a desktop session runs: DBUS_SESSION_BUS_ADDRESS has to lead to its bus.</source>
        <translation>Starten Sie einen Schlüsselbund, zum Beispiel GNOME Keyring, KWallet oder KeePassXC. In cron oder über SSH gibt es keinen, wenn keine Desktopsitzung läuft: DBUS_SESSION_BUS_ADDRESS muss zu ihrem Bus führen.</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Details: %1</translation>
    </message>
    <message>
        <source>No key was taken. If your company inspects its traffic, give its CA file with --ca-file; otherwise do not use this network.</source>
        <translation>Es wurde kein Schlüssel übernommen. Wenn Ihre Firma ihren Datenverkehr prüft, geben Sie deren CA-Datei mit --ca-file an; benutzen Sie andernfalls dieses Netzwerk nicht.</translation>
    </message>
    <message>
        <source>The key may have been stored all the same: see hourpass-cli profile orphans, then try again.</source>
        <translation>Der Schlüssel kann trotzdem gespeichert worden sein: Sehen Sie mit hourpass-cli profile orphans nach und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Keychains are reached by it. Look where DBUS_SESSION_BUS_ADDRESS leads, or log out and in again.</source>
        <translation>Über ihn werden Schlüsselbunde erreicht. Sehen Sie nach, wohin DBUS_SESSION_BUS_ADDRESS führt, oder melden Sie sich ab und wieder an.</translation>
    </message>
</context>
<context>
    <name>hourpass::CopyForms</name>
    <message>
        <source>Token alone</source>
        <translation>Nur das Token</translation>
    </message>
    <message>
        <source>Bearer …</source>
        <translation>Bearer&#xa0;…</translation>
    </message>
    <message>
        <source>Authorization header</source>
        <translation>Authorization-Kopfzeile</translation>
    </message>
    <message>
        <source>Environment line for sh</source>
        <translation>Umgebungszeile für sh</translation>
    </message>
    <message>
        <source>Environment line for fish</source>
        <translation>Umgebungszeile für fish</translation>
    </message>
    <message>
        <source>Environment line for PowerShell</source>
        <translation>Umgebungszeile für PowerShell</translation>
    </message>
    <message>
        <source>Environment line for cmd</source>
        <translation>Umgebungszeile für cmd</translation>
    </message>
    <message>
        <source>curl command</source>
        <translation>curl-Befehl</translation>
    </message>
    <message>
        <source>JSON reply</source>
        <translation>JSON-Antwort</translation>
    </message>
</context>
<context>
    <name>hourpass::CopyNowWindow</name>
    <message>
        <source>Copy now</source>
        <translation>Jetzt kopieren</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>Nicht kopiert</translation>
    </message>
    <message>
        <source>The token of %1 was not copied: this desktop allows it only while you press a button.</source>
        <translation>Das Token von %1 wurde nicht kopiert: Dieser Desktop erlaubt es nur, während Sie eine Schaltfläche drücken.</translation>
    </message>
</context>
<context>
    <name>hourpass::CountdownPanel</name>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Expires at</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>no token yet</source>
        <translation>noch kein Token</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
</context>
<context>
    <name>hourpass::DamagedListsBar</name>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
</context>
<context>
    <name>hourpass::Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>hourpass::DoctorCommand</name>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n Prüfung ist fehlgeschlagen.</numerusform>
            <numerusform>%n Prüfungen sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::DoctorDialog</name>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Connection doctor</source>
        <translation>Verbindungsprüfung</translation>
    </message>
    <message>
        <source>Checks one by one what stands between a key and a token, for &quot;%1&quot;. No key is sent and no token is made.</source>
        <translation>Prüft der Reihe nach, was zwischen einem Schlüssel und einem Token steht, für „%1“. Es wird kein Schlüssel gesendet und kein Token ausgestellt.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>noch nicht an der Reihe</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Checking: %1</source>
        <translation>Wird geprüft: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state: what was found</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n Prüfung ist fehlgeschlagen.</numerusform>
            <numerusform>%n Prüfungen sind fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing failed, but there is a warning.</source>
        <translation>Nichts ist fehlgeschlagen, aber es gibt eine Warnung.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles ist in Ordnung.</translation>
    </message>
    <message>
        <source>Hourpass %1, connection doctor for &quot;%2&quot;</source>
        <translation>Hourpass %1, Verbindungsprüfung für „%2“</translation>
    </message>
    <message>
        <source>Show keys…</source>
        <translation>Schlüssel zeigen …</translation>
    </message>
</context>
<context>
    <name>hourpass::EmptyPage</name>
    <message>
        <source>IBM Cloud tokens without copying keys around</source>
        <translation>IBM-Cloud-Token, ohne Schlüssel herumzukopieren</translation>
    </message>
    <message>
        <source>Hourpass keeps your API keys in the system keychain, trades them for access tokens, shows how long each one lasts, and copies it in one click.</source>
        <translation>Hourpass bewahrt Ihre API-Schlüssel im Schlüsselbund des Systems auf, tauscht sie gegen Zugriffstoken, zeigt, wie lange jedes noch gilt, und kopiert es mit einem Klick.</translation>
    </message>
    <message>
        <source>Add an API key</source>
        <translation>API-Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Import a key file</source>
        <translation>Schlüsseldatei importieren</translation>
    </message>
    <message>
        <source>You can also drop a key file on this window.</source>
        <translation>Sie können eine Schlüsseldatei auch auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen …</translation>
    </message>
    <message>
        <source>The list of your profiles could not be read</source>
        <translation>Ihre Profilliste war nicht lesbar</translation>
    </message>
    <message>
        <source>It was set aside and nothing of it is lost; your keys are still in the system keychain. Restore what can be read of it, or begin anew.</source>
        <translation>Sie liegt beiseite, und nichts davon ist verloren; Ihre Schlüssel sind noch im Schlüsselbund des Systems. Stellen Sie wieder her, was davon lesbar ist, oder fangen Sie neu an.</translation>
    </message>
</context>
<context>
    <name>hourpass::Explanation</name>
    <message>
        <source>It says: %1</source>
        <translation>Die Meldung lautet: %1</translation>
    </message>
    <message>
        <source>Give a name of 1 to 100 visible characters.</source>
        <translation>Geben Sie einen Namen aus 1 bis 100 sichtbaren Zeichen ein.</translation>
    </message>
    <message>
        <source>There is already a profile with this name.</source>
        <translation>Es gibt schon ein Profil mit diesem Namen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This endpoint cannot be used.</source>
        <translation>Dieser Endpunkt ist nicht möglich.</translation>
    </message>
    <message>
        <source>Give the base URL of an IAM service. It begins with https:// and has no user name, query or fragment.</source>
        <translation>Geben Sie die Basis-URL eines IAM-Dienstes ein. Sie beginnt mit https:// und enthält weder Benutzername noch Abfrage oder Fragment.</translation>
    </message>
    <message>
        <source>There is no API key.</source>
        <translation>Der API-Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>Paste or type the key.</source>
        <translation>Fügen Sie den Schlüssel ein oder tippen Sie ihn.</translation>
    </message>
    <message>
        <source>There is no API key in this file.</source>
        <translation>In dieser Datei ist kein API-Schlüssel.</translation>
    </message>
    <message>
        <source>Use a key file of the IBM Cloud console, the IBM Cloud CLI or Terraform, service credentials, an .env file, or a file that holds the key alone.</source>
        <translation>Verwenden Sie eine Schlüsseldatei der IBM-Cloud-Konsole, der IBM-Cloud-CLI oder von Terraform, Serviceberechtigungsnachweise, eine .env-Datei oder eine Datei, die nur den Schlüssel enthält.</translation>
    </message>
    <message>
        <source>There is no certificate in the CA file %1.</source>
        <translation>In der CA-Datei %1 ist kein Zertifikat.</translation>
    </message>
    <message>
        <source>Choose a file in PEM format, which begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>Wählen Sie eine Datei im PEM-Format. Sie beginnt mit -----BEGIN CERTIFICATE-----.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>Die Datei %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Prüfen Sie, ob es sie gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>%1 is not an ordinary file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Choose a file, not a folder or a device.</source>
        <translation>Wählen Sie eine Datei, keinen Ordner und kein Gerät.</translation>
    </message>
    <message>
        <source>The file %1 is too large.</source>
        <translation>Die Datei %1 ist zu groß.</translation>
    </message>
    <message>
        <source>Choose a smaller file: key and CA files have a few kilobytes.</source>
        <translation>Wählen Sie eine kleinere Datei: Schlüssel- und CA-Dateien haben nur wenige Kilobyte.</translation>
    </message>
    <message>
        <source>The list of profiles was damaged and has been set aside.</source>
        <translation>Die Liste der Profile war beschädigt und wurde beiseitegelegt.</translation>
    </message>
    <message>
        <source>The list of profiles was written by a newer version of Hourpass.</source>
        <translation>Die Liste der Profile stammt von einer neueren Version von Hourpass.</translation>
    </message>
    <message>
        <source>Use that version, or move %1 away to start with an empty list. Nothing is changed until then.</source>
        <translation>Verwenden Sie diese Version, oder verschieben Sie %1, um mit einer leeren Liste zu beginnen. Bis dahin wird nichts geändert.</translation>
    </message>
    <message>
        <source>The change could not be saved to %1.</source>
        <translation>Die Änderung konnte nicht in %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>Check that the folder can be written to and that the disk is not full. Nothing was changed.</source>
        <translation>Prüfen Sie, ob in den Ordner geschrieben werden kann und ob der Datenträger voll ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no keychain in this session.</source>
        <translation>In dieser Sitzung gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Start a keychain such as GNOME Keyring, KWallet or KeePassXC. Until then a key can be used for this run only; it is not stored.</source>
        <translation>Starten Sie einen Schlüsselbund, zum Beispiel GNOME Keyring, KWallet oder KeePassXC. Bis dahin kann ein Schlüssel nur verwendet werden, solange Hourpass läuft; er wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>Look for a window that asks for its password, then try again.</source>
        <translation>Suchen Sie nach einem Fenster, das nach seinem Passwort fragt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The keychain said that it stored the key, but did not.</source>
        <translation>Laut Schlüsselbund ist der Schlüssel gespeichert, aber er ist nicht darin.</translation>
    </message>
    <message>
        <source>Check that it is unlocked and has room, then save the key again.</source>
        <translation>Prüfen Sie, ob er entsperrt ist und Platz hat, und speichern Sie den Schlüssel dann noch einmal.</translation>
    </message>
    <message>
        <source>The key is still in the keychain.</source>
        <translation>Der Schlüssel ist noch im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain has no key for this profile.</source>
        <translation>Im Schlüsselbund ist kein Schlüssel für dieses Profil.</translation>
    </message>
    <message>
        <source>Edit the profile and paste the API key again.</source>
        <translation>Bearbeiten Sie das Profil und fügen Sie den API-Schlüssel neu ein.</translation>
    </message>
    <message>
        <source>The keychain reported a fault.</source>
        <translation>Der Schlüsselbund hat einen Fehler gemeldet.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, restart the keychain.</source>
        <translation>Versuchen Sie es noch einmal. Tritt der Fehler wieder auf, starten Sie den Schlüsselbund neu.</translation>
    </message>
    <message>
        <source>The name %1 could not be found.</source>
        <translation>Der Name %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check your network connection and the profile&apos;s endpoint. Private endpoints exist only inside IBM Cloud networks.</source>
        <translation>Prüfen Sie Ihre Netzwerkverbindung und den Endpunkt des Profils. Private Endpunkte gibt es nur in Netzwerken der IBM Cloud.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>Check the profile&apos;s endpoint, or try again later.</source>
        <translation>Prüfen Sie den Endpunkt des Profils, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete.</source>
        <translation>%1 hat die Verbindung beendet, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again.</source>
        <translation>Nichts davon wurde verwendet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check your network connection or VPN and try again.</source>
        <translation>Prüfen Sie Ihre Netzwerkverbindung oder Ihr VPN und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 failed.</source>
        <translation>Die Verbindung zu %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Check your network connection and try again.</source>
        <translation>Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an authority that this computer does not trust.</source>
        <translation>Das Zertifikat von %1 stammt von einer Zertifizierungsstelle, der dieser Computer nicht vertraut.</translation>
    </message>
    <message>
        <source>The key was not sent. If your company inspects its traffic, choose its CA file in the profile; otherwise do not use this network.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Wenn Ihre Firma ihren Datenverkehr prüft, wählen Sie im Profil die CA-Datei der Firma; benutzen Sie andernfalls dieses Netzwerk nicht.</translation>
    </message>
    <message>
        <source>The key was not sent. Check the profile&apos;s endpoint.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Prüfen Sie den Endpunkt des Profils.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made.</source>
        <translation>Zu %1 konnte keine sichere Verbindung hergestellt werden.</translation>
    </message>
    <message>
        <source>The key was not sent. Check the profile&apos;s endpoint; the server must speak TLS 1.2 or later.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Prüfen Sie den Endpunkt des Profils; der Server muss TLS 1.2 oder neuer beherrschen.</translation>
    </message>
    <message>
        <source>IAM refused the request.</source>
        <translation>IAM hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Check the key and the endpoint. IBM&apos;s support can look the transaction id up.</source>
        <translation>Prüfen Sie den Schlüssel und den Endpunkt. Der Support von IBM kann die Transaktions-ID nachschlagen.</translation>
    </message>
    <message>
        <source>IAM has had too many requests from here.</source>
        <translation>IAM hat von hier zu viele Anfragen erhalten.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Warten Sie eine Minute und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>IAM has a fault of its own.</source>
        <translation>Bei IAM selbst ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Try again in a few minutes; see IBM Cloud&apos;s status page.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal; siehe auch die Statusseite der IBM Cloud.</translation>
    </message>
    <message>
        <source>%1 sent us elsewhere; the key was not sent there.</source>
        <translation>%1 hat auf eine andere Adresse verwiesen; der Schlüssel wurde nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>Check the profile&apos;s endpoint. If you are on a guest network, log in to it first.</source>
        <translation>Prüfen Sie den Endpunkt des Profils. Wenn Sie in einem Gastnetzwerk sind, melden Sie sich zuerst dort an.</translation>
    </message>
    <message>
        <source>Something between here and %1 answered with a web page.</source>
        <translation>Etwas zwischen diesem Computer und %1 hat mit einer Webseite geantwortet.</translation>
    </message>
    <message>
        <source>If you are on a guest network, log in to it with a browser first. Otherwise check the endpoint and the proxy.</source>
        <translation>Wenn Sie in einem Gastnetzwerk sind, melden Sie sich zuerst mit einem Browser dort an. Prüfen Sie andernfalls den Endpunkt und den Proxy.</translation>
    </message>
    <message>
        <source>The answer of %1 was too large to be a token.</source>
        <translation>Die Antwort von %1 war zu groß für ein Token.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Check the profile&apos;s endpoint.</source>
        <translation>Nichts davon wurde verwendet. Prüfen Sie den Endpunkt des Profils.</translation>
    </message>
    <message>
        <source>The answer of %1 could not be used.</source>
        <translation>Die Antwort von %1 war nicht verwendbar.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again; if it stays, check the profile&apos;s endpoint.</source>
        <translation>Nichts davon wurde verwendet. Versuchen Sie es noch einmal; bleibt es dabei, prüfen Sie den Endpunkt des Profils.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Something went wrong inside Hourpass.</source>
        <translation>In Hourpass ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Please report it with the details.</source>
        <translation>Bitte melden Sie es zusammen mit den Details.</translation>
    </message>
    <message>
        <source>Check the profile&apos;s endpoint: this is not a token service.</source>
        <translation>Prüfen Sie den Endpunkt des Profils: Das ist kein Tokendienst.</translation>
    </message>
    <message>
        <source>This is a fault of Hourpass; please report it.</source>
        <translation>Das ist ein Fehler von Hourpass; bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>The key is empty. Edit the profile and paste it again.</source>
        <translation>Der Schlüssel ist leer. Bearbeiten Sie das Profil und fügen Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>Delete API keys that you no longer use.</source>
        <translation>Löschen Sie API-Schlüssel, die Sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>Log in to the IBM Cloud console and follow what it asks for.</source>
        <translation>Melden Sie sich an der IBM-Cloud-Konsole an und folgen Sie den Anweisungen dort.</translation>
    </message>
    <message>
        <source>The key&apos;s owner is no longer in the account. Ask the account&apos;s owner for an invitation, or use another key.</source>
        <translation>Wem der Schlüssel gehört, ist nicht mehr im Konto. Bitten Sie den Kontoeigner um eine Einladung, oder verwenden Sie einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Paste the key again, all of it, and not its id (ApiKey-…). Check that the endpoint is the key&apos;s own: production and test keys differ. If it was deleted, create a new one.</source>
        <translation>Fügen Sie den Schlüssel neu ein, und zwar vollständig und nicht seine ID (ApiKey-…). Prüfen Sie, ob der Endpunkt zum Schlüssel gehört: Schlüssel für Produktion und Test sind verschieden. Wurde er gelöscht, erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Your address is not on the allow list. Change the network or VPN, or ask an administrator of the account to add the address.</source>
        <translation>Ihre Adresse steht nicht auf der Liste der zugelassenen Adressen. Wechseln Sie das Netzwerk oder VPN, oder lassen Sie die Adresse von der Administration des Kontos eintragen.</translation>
    </message>
    <message>
        <source>The session has ended. Try again.</source>
        <translation>Die Sitzung ist beendet. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The key is disabled, perhaps after a leak report. Enable it in the IBM Cloud console, or create a new one.</source>
        <translation>Der Schlüssel ist deaktiviert, vielleicht nach der Meldung eines Lecks. Aktivieren Sie ihn in der IBM-Cloud-Konsole, oder erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>Use an API key instead of a password.</source>
        <translation>Verwenden Sie einen API-Schlüssel anstelle eines Passworts.</translation>
    </message>
    <message>
        <source>Use an API key: a federated user has no password here.</source>
        <translation>Verwenden Sie einen API-Schlüssel: Föderierte Benutzer haben hier kein Passwort.</translation>
    </message>
    <message>
        <source>This looks like a key&apos;s id. The API key itself has 44 characters and is shown once, when it is created.</source>
        <translation>Das sieht aus wie die ID eines Schlüssels. Der API-Schlüssel selbst hat 44 Zeichen und wird nur einmal angezeigt, wenn er erstellt wird.</translation>
    </message>
    <message>
        <source>This looks like a token, not like an API key.</source>
        <translation>Das sieht aus wie ein Token, nicht wie ein API-Schlüssel.</translation>
    </message>
    <message>
        <source>The key begins or ends with a brace or quote: perhaps more than the key was copied.</source>
        <translation>Der Schlüssel beginnt oder endet mit einer Klammer oder einem Anführungszeichen: Vielleicht wurde mehr als der Schlüssel kopiert.</translation>
    </message>
    <message>
        <source>IBM Cloud&apos;s keys have 44 characters; this one does not.</source>
        <translation>Schlüssel der IBM Cloud haben 44 Zeichen; dieser nicht.</translation>
    </message>
    <message>
        <source>The key has characters that IBM Cloud&apos;s own keys do not have.</source>
        <translation>Der Schlüssel enthält Zeichen, die in Schlüsseln der IBM Cloud nicht vorkommen.</translation>
    </message>
    <message>
        <source>This computer is not connected to a network.</source>
        <translation>Dieser Computer ist mit keinem Netzwerk verbunden.</translation>
    </message>
    <message>
        <source>Connect to a network and try again.</source>
        <translation>Stellen Sie eine Netzwerkverbindung her und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The key was not sent. First check this computer&apos;s clock: it says %1.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Prüfen Sie zuerst die Uhr dieses Computers: Sie zeigt %1.</translation>
    </message>
    <message>
        <source>The key was not sent. Either the server leaves out a certificate between its own and a known authority, or your company inspects its traffic: then choose the company&apos;s CA file in the profile. Otherwise do not use this network.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Entweder lässt der Server ein Zertifikat zwischen seinem eigenen und einer bekannten Stelle weg, oder Ihre Firma prüft ihren Datenverkehr: Wählen Sie dann deren CA-Datei im Profil. Verwenden Sie dieses Netzwerk sonst nicht.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from &quot;%2&quot;, which this computer does not trust.</source>
        <translation>Das Zertifikat von %1 stammt von „%2“; dieser Stelle vertraut dieser Computer nicht.</translation>
    </message>
    <message>
        <source>The certificate of %1 is too weak to be trusted.</source>
        <translation>Das Zertifikat von %1 ist zu schwach, um ihm zu vertrauen.</translation>
    </message>
    <message>
        <source>The key was not sent. Whoever runs the server has to renew its certificate with a stronger key and signature.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Der Betreiber des Servers muss dessen Zertifikat mit stärkerem Schlüssel und stärkerer Signatur erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired: it was valid from %2 to %3.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen: Es war gültig vom %2 bis zum %3.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet: it will be from %2 to %3.</source>
        <translation>Das Zertifikat von %1 ist noch nicht gültig: Es gilt vom %2 bis zum %3.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not for %1.</source>
        <translation>Das Zertifikat des Servers gilt nicht für %1.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for %1, not for %2.</source>
        <translation>Das Zertifikat des Servers gilt für %1, nicht für %2.</translation>
    </message>
    <message>
        <source>%1 offers only outdated encryption.</source>
        <translation>%1 bietet nur veraltete Verschlüsselung an.</translation>
    </message>
    <message>
        <source>The key was not sent. The server must speak TLS 1.2 or later; check the profile&apos;s endpoint.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Der Server muss TLS 1.2 oder neuer sprechen; prüfen Sie den Endpunkt des Profils.</translation>
    </message>
    <message>
        <source>%1 refused to make a secure connection.</source>
        <translation>%1 hat eine sichere Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>The key was not sent. Check the profile&apos;s endpoint, or try again later.</source>
        <translation>Der Schlüssel wurde nicht gesendet. Prüfen Sie den Endpunkt des Profils oder versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 has no token service at this address.</source>
        <translation>Unter dieser Adresse hat %1 keinen Token-Dienst.</translation>
    </message>
    <message>
        <source>Check the profile&apos;s endpoint.</source>
        <translation>Prüfen Sie den Endpunkt des Profils.</translation>
    </message>
    <message>
        <source>%1 sent us to %2; the key was not sent there.</source>
        <translation>%1 hat uns an %2 verwiesen; der Schlüssel wurde nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>The answer of %1 was empty or incomplete.</source>
        <translation>Die Antwort von %1 war leer oder unvollständig.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again; if it stays, check the profile&apos;s endpoint and the proxy.</source>
        <translation>Nichts davon wurde verwendet. Versuchen Sie es erneut; wenn es so bleibt, prüfen Sie den Endpunkt des Profils und den Proxy.</translation>
    </message>
    <message>
        <source>This trusted profile cannot be used.</source>
        <translation>Dieses Trusted Profile kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Give its id, which is Profile- and a UUID, or its CRN. The IBM Cloud console shows both under Manage, Access (IAM), Trusted profiles.</source>
        <translation>Geben Sie seine ID an, also Profile- und eine UUID, oder seine CRN. Die IBM-Cloud-Konsole zeigt beide unter Verwalten, Zugriff (IAM), Trusted Profiles.</translation>
    </message>
    <message>
        <source>Check the trusted profile&apos;s id or CRN in the profile, and its conditions in the IBM Cloud console: they have to let the key&apos;s owner in.</source>
        <translation>Prüfen Sie ID oder CRN des Trusted Profile im Profil und seine Bedingungen in der IBM-Cloud-Konsole: Sie müssen den Eigner des Schlüssels zulassen.</translation>
    </message>
    <message>
        <source>The key expired on %1.</source>
        <translation>Der Schlüssel ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>Make a new API key in the IBM Cloud console and paste it into the profile.</source>
        <translation>Erstellen Sie in der IBM-Cloud-Konsole einen neuen API-Schlüssel und fügen Sie ihn in das Profil ein.</translation>
    </message>
    <message>
        <source>The key works, but its trusted profile could not be assumed.</source>
        <translation>Der Schlüssel gilt, aber sein Trusted Profile konnte nicht angenommen werden.</translation>
    </message>
    <message>
        <source>Correct the trusted profile&apos;s CRN: edit the profile, and copy the CRN from the IBM Cloud console.</source>
        <translation>Berichtigen Sie die CRN des Trusted Profile: Bearbeiten Sie das Profil und kopieren Sie die CRN aus der IBM-Cloud-Konsole.</translation>
    </message>
    <message>
        <source>This proxy cannot be used.</source>
        <translation>Dieser Proxy ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The proxy in %1 cannot be used.</source>
        <translation>Der Proxy in %1 ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Give its address as host:port, or as a URL that begins with http:// or socks5://.</source>
        <translation>Geben Sie seine Adresse als Rechner:Port an oder als URL, die mit http:// oder socks5:// beginnt.</translation>
    </message>
    <message>
        <source>The settings in %1 are damaged.</source>
        <translation>Die Einstellungen in %1 sind beschädigt.</translation>
    </message>
    <message>
        <source>Until they can be read, nothing is sent: they may name a proxy. Open the network settings and save them, or repair the file.</source>
        <translation>Solange sie nicht lesbar sind, wird nichts gesendet: Sie könnten einen Proxy nennen. Öffnen Sie die Netzwerkeinstellungen und speichern Sie sie, oder reparieren Sie die Datei.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version of Hourpass.</source>
        <translation>Die Einstellungen stammen von einer neueren Version von Hourpass.</translation>
    </message>
    <message>
        <source>Until they can be read, nothing is sent: they may name a proxy. Use that version, or move %1 away.</source>
        <translation>Solange sie nicht lesbar sind, wird nichts gesendet: Sie könnten einen Proxy nennen. Verwenden Sie jene Version, oder verschieben Sie %1.</translation>
    </message>
    <message>
        <source>The proxy %1 on the way to %2 cannot be reached.</source>
        <translation>Der Proxy %1 auf dem Weg zu %2 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the proxy in the network settings. Nothing was sent around it.</source>
        <translation>Prüfen Sie den Proxy in den Netzwerkeinstellungen. Nichts wurde an ihm vorbei gesendet.</translation>
    </message>
    <message>
        <source>The proxy %1 on the way to %2 asks for a login.</source>
        <translation>Der Proxy %1 auf dem Weg zu %2 verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>Give the proxy&apos;s user name and password in the network settings.</source>
        <translation>Geben Sie Benutzernamen und Kennwort des Proxys in den Netzwerkeinstellungen an.</translation>
    </message>
    <message>
        <source>The proxy %1 cannot reach %2, or may not.</source>
        <translation>Der Proxy %1 erreicht %2 nicht oder darf es nicht.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s user name and password in the network settings, or ask who runs it to let connections to this host through. Nothing was sent around it.</source>
        <translation>Prüfen Sie Benutzernamen und Kennwort des Proxys in den Netzwerkeinstellungen, oder bitten Sie seinen Betreiber, Verbindungen zu diesem Rechner durchzulassen. Nichts wurde an ihm vorbei gesendet.</translation>
    </message>
    <message>
        <source>Ask who runs the proxy to let connections to this host through. Nothing was sent around it.</source>
        <translation>Bitten Sie den Betreiber des Proxys, Verbindungen zu diesem Rechner durchzulassen. Nichts wurde an ihm vorbei gesendet.</translation>
    </message>
    <message>
        <source>There is no name.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>Dieser Name ist zu lang.</translation>
    </message>
    <message>
        <source>Give a name of at most 100 characters.</source>
        <translation>Geben Sie einen Namen mit höchstens 100 Zeichen an.</translation>
    </message>
    <message>
        <source>This name has characters that cannot be seen.</source>
        <translation>Dieser Name hat Zeichen, die man nicht sieht.</translation>
    </message>
    <message>
        <source>Type it anew, without control characters and line ends.</source>
        <translation>Geben Sie ihn neu ein, ohne Steuerzeichen und Zeilenenden.</translation>
    </message>
    <message>
        <source>%1 belongs to another user of this computer.</source>
        <translation>%1 gehört einem anderen Benutzer dieses Computers.</translation>
    </message>
    <message>
        <source>It was not used: it may send your keys elsewhere. Check what is in it, then make it yours with chown, or move it away. If you run Hourpass as another user than usual, run it as yourself.</source>
        <translation>Der Inhalt wurde nicht verwendet: Er könnte Ihre Schlüssel anderswohin schicken. Prüfen Sie ihn, übernehmen Sie ihn dann mit chown oder verschieben Sie ihn. Wenn Sie Hourpass als anderer Benutzer als sonst starten, starten Sie es unter Ihrem eigenen Namen.</translation>
    </message>
    <message>
        <source>Other users of this computer may have changed %1.</source>
        <translation>Andere Benutzer dieses Computers können %1 geändert haben.</translation>
    </message>
    <message>
        <source>It was not used: it may send your keys elsewhere. Check what is in it, then keep it to yourself with chmod go-w, and try again.</source>
        <translation>Der Inhalt wurde nicht verwendet: Er könnte Ihre Schlüssel anderswohin schicken. Prüfen Sie ihn, verbieten Sie anderen dann mit chmod go-w das Schreiben und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 is in use: another Hourpass is saving.</source>
        <translation>%1 wird gerade benutzt: Ein anderes Hourpass speichert.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; if it stays, look for a Hourpass that hangs.</source>
        <translation>Es wurde nichts geändert. Versuchen Sie es erneut; wenn es so bleibt, suchen Sie nach einem Hourpass, das hängt.</translation>
    </message>
    <message>
        <source>%1 should be a file that Hourpass keeps, and is something else.</source>
        <translation>%1 sollte eine Datei von Hourpass sein und ist etwas anderes.</translation>
    </message>
    <message>
        <source>Move it away. Nothing is changed until then.</source>
        <translation>Verschieben Sie es. Bis dahin wird nichts geändert.</translation>
    </message>
    <message>
        <source>%1, which Hourpass keeps, is larger than it can be.</source>
        <translation>%1, eine Datei von Hourpass, ist größer, als sie sein kann.</translation>
    </message>
    <message>
        <source>Make it smaller, or move it away. Nothing is changed until then.</source>
        <translation>Verkleinern oder verschieben Sie sie. Bis dahin wird nichts geändert.</translation>
    </message>
    <message>
        <source>It is kept as %1. Your keys are still in the keychain. The window offers to restore what can be read of it; or repair the file and move it back.</source>
        <translation>Sie liegt nun als %1 da. Ihre Schlüssel sind noch im Schlüsselbund. Das Fenster bietet an, was davon lesbar ist, wiederherzustellen; oder reparieren Sie die Datei und verschieben Sie sie zurück.</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Unlock it and try again; nothing in it was changed.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es noch einmal; darin wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The session bus does not answer.</source>
        <translation>Der Sitzungsbus antwortet nicht.</translation>
    </message>
    <message>
        <source>Keychains are reached by it, and so is much of the desktop. Log out and in again, then start Hourpass anew. Until then a key can be used for this run only; it is not stored.</source>
        <translation>Über ihn werden Schlüsselbunde erreicht und vieles auf der Arbeitsfläche. Melden Sie sich ab und wieder an, und starten Sie Hourpass dann neu. Bis dahin kann ein Schlüssel nur verwendet werden, solange Hourpass läuft; er wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>This keychain cannot be searched for keys without a profile.</source>
        <translation>Dieser Schlüsselbund lässt sich nicht nach Schlüsseln ohne Profil durchsuchen.</translation>
    </message>
    <message>
        <source>Look into it with its own program: keys of Hourpass are in the folder or under the name &quot;hourpass&quot;.</source>
        <translation>Sehen Sie mit seinem eigenen Programm hinein: Schlüssel von Hourpass liegen im Ordner oder unter dem Namen „hourpass“.</translation>
    </message>
    <message>
        <source>This key belongs to a profile.</source>
        <translation>Dieser Schlüssel gehört zu einem Profil.</translation>
    </message>
    <message>
        <source>Remove the profile if the key is to go.</source>
        <translation>Entfernen Sie das Profil, wenn der Schlüssel weg soll.</translation>
    </message>
    <message>
        <source>This key was stored a moment ago.</source>
        <translation>Dieser Schlüssel wurde gerade erst gespeichert.</translation>
    </message>
    <message>
        <source>Its profile may just be being added. Try again in five minutes.</source>
        <translation>Vielleicht wird sein Profil gerade angelegt. Versuchen Sie es in fünf Minuten noch einmal.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or delete the entry with your keychain&apos;s own program.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal, oder löschen Sie den Eintrag mit dem eigenen Programm Ihres Schlüsselbunds.</translation>
    </message>
    <message>
        <source>The proxy %1 says more than a proxy has to say, and lets nothing through.</source>
        <translation>Der Proxy %1 sagt mehr, als ein Proxy zu sagen hat, und lässt nichts durch.</translation>
    </message>
    <message>
        <source>Ask who runs the proxy, or check the proxy in the network settings. Nothing was sent around it.</source>
        <translation>Fragen Sie, wer den Proxy betreibt, oder prüfen Sie den Proxy in den Netzwerkeinstellungen. Nichts wurde an ihm vorbei gesendet.</translation>
    </message>
    <message>
        <source>The answer of %1 was compressed, which nobody asked for.</source>
        <translation>Die Antwort von %1 war komprimiert, was niemand verlangt hat.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Something on the way may compress what it passes on: check the proxy and the profile&apos;s endpoint.</source>
        <translation>Nichts davon wurde verwendet. Vielleicht komprimiert etwas auf dem Weg, was es weitergibt: Prüfen Sie den Proxy und den Endpunkt des Profils.</translation>
    </message>
    <message>
        <source>The key may have been stored all the same; if no profile uses it, the connection doctor finds it.</source>
        <translation>Der Schlüssel kann trotzdem gespeichert worden sein; wenn kein Profil ihn nutzt, findet ihn die Verbindungsdiagnose.</translation>
    </message>
</context>
<context>
    <name>hourpass::FaultPanel</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Check connection…</source>
        <translation>Verbindung prüfen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hourpass::Finding</name>
    <message>
        <source>%1, unlocked, with the profile&apos;s key</source>
        <translation>%1, entsperrt, mit dem Schlüssel des Profils</translation>
    </message>
    <message>
        <source>%1, unlocked</source>
        <translation>%1, entsperrt</translation>
    </message>
    <message>
        <source>%1 needs no lookup</source>
        <translation>%1 braucht keine Namensauflösung</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>host name is addresses</comment>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1, certificate from &quot;%2&quot;</source>
        <translation>%1, Zertifikat von „%2“</translation>
    </message>
    <message>
        <source>agrees with the server&apos;s clock</source>
        <translation>stimmt mit der Uhr des Servers überein</translation>
    </message>
    <message numerus="yes">
        <source>differs from the server&apos;s clock by %n second(s), which does no harm</source>
        <translation>
            <numerusform>weicht von der Uhr des Servers um %n Sekunde ab, was nicht schadet</numerusform>
            <numerusform>weicht von der Uhr des Servers um %n Sekunden ab, was nicht schadet</numerusform>
        </translation>
    </message>
    <message>
        <source>none, connections go straight to the server</source>
        <translation>keiner, Verbindungen gehen direkt zum Server</translation>
    </message>
    <message>
        <source>a token service answers at %1</source>
        <translation>unter %1 antwortet ein Token-Dienst</translation>
    </message>
    <message>
        <source>not needed, since the proxy looks the name up</source>
        <translation>nicht nötig, da der Proxy den Namen auflöst</translation>
    </message>
    <message>
        <source>not checked, since the server does not tell the time</source>
        <translation>nicht geprüft, da der Server die Uhrzeit nicht nennt</translation>
    </message>
    <message>
        <source>not checked, since something before it failed</source>
        <translation>nicht geprüft, da vorher etwas fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Let the computer set its date and time by itself, or correct them.</source>
        <translation>Lassen Sie den Computer Datum und Uhrzeit selbst einstellen, oder berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>The key is kept in &quot;%1&quot;, which is not in use now.</source>
        <translation>Der Schlüssel liegt in „%1“, das gerade nicht in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Use the session in which the profile was added.</source>
        <translation>Verwenden Sie die Sitzung, in der das Profil hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Sichere Verbindung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Details: %1</translation>
    </message>
    <message>
        <source>%1, certificate from &quot;%2&quot;; the profile adds the authorities in %3</source>
        <translation>%1, Zertifikat von „%2“; das Profil ergänzt die Aussteller in %3</translation>
    </message>
    <message>
        <source>each belongs to a profile</source>
        <translation>jeder gehört zu einem Profil</translation>
    </message>
    <message>
        <source>not checked, since this keychain cannot be searched</source>
        <translation>nicht geprüft, da sich dieser Schlüsselbund nicht durchsuchen lässt</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) without a profile</source>
        <translation>
            <numerusform>%n Schlüssel ohne Profil</numerusform>
            <numerusform>%n Schlüssel ohne Profil</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a profile of each, or delete it.</source>
        <translation>Legen Sie für jeden ein Profil an oder löschen Sie ihn.</translation>
    </message>
    <message>
        <source>A damaged list of profiles was set aside as %1. The keys may be of profiles in it: repair it and move it back before you delete any.</source>
        <translation>Eine beschädigte Profilliste liegt als %1 beiseite. Die Schlüssel können zu Profilen darin gehören: Reparieren Sie sie und verschieben Sie sie zurück, bevor Sie einen löschen.</translation>
    </message>
    <message>
        <source>Stored keys</source>
        <translation>Gespeicherte Schlüssel</translation>
    </message>
</context>
<context>
    <name>hourpass::FoundTokensModel</name>
    <message>
        <source>at byte %1</source>
        <translation>ab Byte %1</translation>
    </message>
</context>
<context>
    <name>hourpass::HelpText</name>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Stores a key in the system keychain. It is read from the file, else from one line
      of standard input, else asked for; it is never an argument.</source>
        <translation>Speichert einen Schlüssel im Schlüsselbund des Systems. Er wird aus der
      Datei gelesen, sonst aus einer Zeile der Standardeingabe, sonst wird nach
      ihm gefragt; er wird nie als Argument übergeben.</translation>
    </message>
    <message>
        <source>The profiles there are. Removing one removes its key from the keychain.</source>
        <translation>Die vorhandenen Profile. Wird eines entfernt, so auch sein Schlüssel im
      Schlüsselbund.</translation>
    </message>
    <message>
        <source>Prints an access token. NAME may be left out where there is one profile or a
      default. FORMAT is raw (the default), bearer, header, env, curl or json.</source>
        <translation>Gibt ein Zugriffstoken aus. NAME kann entfallen, wenn es nur ein Profil
      oder ein Standardprofil gibt. FORMAT ist raw (Standard), bearer, header,
      env, curl oder json.</translation>
    </message>
    <message>
        <source>Asks IAM for the key&apos;s own details: name, owner, account, end.</source>
        <translation>Fragt IAM nach Angaben zum Schlüssel: Name, Eigner, Konto, Ablauf.</translation>
    </message>
    <message>
        <source>Checks keychain, proxy, name lookup, secure connection, clock and endpoint, and says
      what to do. Sends no key and gets no token.</source>
        <translation>Prüft Schlüsselbund, Proxy, Namensauflösung, sichere Verbindung, Uhr und Endpunkt
      und sagt, was zu tun ist. Sendet keinen Schlüssel und holt kein Token.</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 internal fault, 2 usage, 3 no such profile, 4 keychain locked,
missing or silent, 5 network or TLS, 6 IAM refused, 7 try again later, 8 a check failed,
9 unusable answer from the server, 130 interrupted.</source>
        <translation>Rückgabewert: 0 erledigt, 1 interner Fehler, 2 falscher Aufruf, 3 kein solches
Profil, 4 Schlüsselbund gesperrt, nicht vorhanden oder stumm, 5 Netzwerk oder
TLS, 6 von IAM abgelehnt, 7 später noch einmal versuchen, 8 eine Prüfung ist
fehlgeschlagen, 9 unbrauchbare Antwort des Servers, 130 unterbrochen.</translation>
    </message>
    <message>
        <source>Makes it the default profile. Without NAME, prints which one is.</source>
        <translation>Macht es zum Standardprofil. Ohne NAME: gibt aus, welches es ist.</translation>
    </message>
    <message>
        <source>Finds every token in a file or in standard input, and tells whose it is and
      whether it is sound, genuine, in time and meant for you. --jwks is a copy of
      IBM&apos;s published keys, --key a JWK, JWK set or PEM of your own. --report writes
      Markdown for a ticket, with aliases for names and ids.</source>
        <translation>Findet jedes Token in einer Datei oder der Standardeingabe und sagt, wem es
      gehört und ob es unversehrt, echt, zeitlich gültig und für Sie bestimmt
      ist. --jwks ist eine Kopie der von IBM veröffentlichten Schlüssel, --key
      ein eigener Schlüssel als JWK, JWK-Set oder PEM. --report schreibt
      Markdown für ein Ticket, mit Decknamen für Namen und IDs.</translation>
    </message>
    <message>
        <source>--fetch-keys fetches IBM&apos;s published keys, or those of the issuer; the tokens are
      sent nowhere. Without it nothing is asked of the network.</source>
        <translation>--fetch-keys holt die von IBM oder vom Aussteller veröffentlichten
      Schlüssel; die Token werden nirgendwohin gesendet. Ohne diese Option
      wird das Netzwerk nicht benutzt.</translation>
    </message>
    <message>
        <source>TIME is a number with s, m or h, such as 90s or 5m.
--json writes errors as JSON, and what profile list, show, default and check,
doctor and inspect print.
--version and this --help work alone.</source>
        <translation>TIME ist eine Zahl mit s, m oder h, zum Beispiel 90s oder 5m.
--json schreibt Fehler als JSON, ebenso die Ausgabe von profile list, show,
default und check, doctor und inspect.
--version und dieses --help stehen allein.</translation>
    </message>
    <message>
        <source>Keys in the keychain that no profile names: lists them, makes a profile of one,
      deletes one.</source>
        <translation>Schlüssel im Schlüsselbund ohne Profil: zeigt sie, legt für einen ein Profil an,
      löscht einen.</translation>
    </message>
</context>
<context>
    <name>hourpass::InspectCommand</name>
    <message>
        <source>There is no token in it.</source>
        <translation>Darin ist kein Token.</translation>
    </message>
    <message>
        <source>There is %1 in it, and no token to inspect.</source>
        <comment>an API key</comment>
        <translation>Darin ist %1, aber kein Token, das sich untersuchen lässt.</translation>
    </message>
    <message>
        <source>Whoever has it can use it. If it was shared, revoke it and make a new one.</source>
        <translation>Wer dieses Geheimnis hat, kann es verwenden. Wurde es weitergegeben, widerrufen Sie es und erstellen Sie ein neues.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) were not verified.</source>
        <translation>
            <numerusform>%n Token wurde nicht überprüft.</numerusform>
            <numerusform>%n Token wurden nicht überprüft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) are not valid.</source>
        <translation>
            <numerusform>%n Token ist nicht gültig.</numerusform>
            <numerusform>%n Token sind nicht gültig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste what is to be inspected, then press Ctrl+D on a line of its own.</source>
        <translation>Fügen Sie ein, was untersucht werden soll, und drücken Sie dann in einer eigenen Zeile Strg+D.</translation>
    </message>
    <message>
        <source>There are more than %1 tokens; the rest was not looked at.</source>
        <translation>Es sind mehr als %1 Token; die übrigen wurden nicht untersucht.</translation>
    </message>
    <message>
        <source>Warning: there is %1 at byte %2. It is not shown. Whoever has it can use it.</source>
        <comment>an API key</comment>
        <translation>Warnung: Ab Byte %2 steht %1. Das Geheimnis wird nicht gezeigt. Wer es hat, kann es verwenden.</translation>
    </message>
    <message numerus="yes">
        <source>Warning: there are %n more of them.</source>
        <translation>
            <numerusform>Warnung: Es gibt noch %n weiteres.</numerusform>
            <numerusform>Warnung: Es gibt noch %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>To verify, fetch IBM&apos;s published keys with --fetch-keys, give a copy of them with --jwks, or your own with --key.</source>
        <translation>Zum Überprüfen holen Sie die von IBM veröffentlichten Schlüssel mit --fetch-keys, oder geben Sie eine Kopie davon mit --jwks oder eigene mit --key an.</translation>
    </message>
    <message>
        <source>%1 The keys could not be fetched: %2</source>
        <comment>sentences of their own</comment>
        <translation>%1 Die Schlüssel konnten nicht geholt werden: %2</translation>
    </message>
</context>
<context>
    <name>hourpass::InspectText</name>
    <message>
        <source>Well-formed</source>
        <translation>Wohlgeformt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Zeitlich gültig</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Adressat</translation>
    </message>
    <message>
        <source>Token %1 of %2, from byte %3, %4 bytes</source>
        <translation>Token %1 von %2, ab Byte %3, %4 Byte</translation>
    </message>
    <message>
        <source>put together again</source>
        <translation>wieder zusammengesetzt</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
</context>
<context>
    <name>hourpass::InspectWords</name>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>longer than 128 KiB</source>
        <translation>länger als 128 KiB</translation>
    </message>
    <message>
        <source>not three parts with dots between</source>
        <translation>nicht drei Teile mit Punkten dazwischen</translation>
    </message>
    <message>
        <source>in the JSON form of a signed token, which is not checked here</source>
        <translation>in der JSON-Form eines signierten Tokens, die hier nicht geprüft wird</translation>
    </message>
    <message>
        <source>encrypted (JWE): only its receiver can read it</source>
        <translation>verschlüsselt (JWE): nur der Empfänger kann es lesen</translation>
    </message>
    <message>
        <source>asks for extensions (&quot;crit&quot;) that are not understood here</source>
        <translation>verlangt Erweiterungen („crit“), die hier nicht bekannt sind</translation>
    </message>
    <message>
        <source>asks for an unencoded payload (&quot;b64&quot;), which is not checked here</source>
        <translation>verlangt einen uncodierten Inhalt („b64“), der hier nicht geprüft wird</translation>
    </message>
    <message>
        <source>padded with &quot;=&quot; at character %1</source>
        <translation>mit „=“ aufgefüllt ab Zeichen %1</translation>
    </message>
    <message>
        <source>a character that base64url does not have, at %1</source>
        <translation>ein Zeichen, das es in base64url nicht gibt, an Stelle %1</translation>
    </message>
    <message>
        <source>one character too many or too few; it may be cut off</source>
        <translation>ein Zeichen zu viel oder zu wenig; vielleicht abgeschnitten</translation>
    </message>
    <message>
        <source>a last character that no encoder writes</source>
        <translation>ein letztes Zeichen, das kein Encoder schreibt</translation>
    </message>
    <message>
        <source>cut off: its JSON ends too early</source>
        <translation>abgeschnitten: das JSON endet zu früh</translation>
    </message>
    <message>
        <source>no JSON from byte %1 on</source>
        <translation>kein JSON ab Byte %1</translation>
    </message>
    <message>
        <source>the same name twice, at byte %1</source>
        <translation>zweimal derselbe Name, bei Byte %1</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief verschachtelt</translation>
    </message>
    <message>
        <source>begins with a byte order mark</source>
        <translation>beginnt mit einem Byte Order Mark</translation>
    </message>
    <message>
        <source>no JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>does not name the algorithm (&quot;alg&quot;)</source>
        <translation>nennt den Algorithmus („alg“) nicht</translation>
    </message>
    <message>
        <source>names an algorithm (&quot;alg&quot;) that is no text</source>
        <translation>nennt einen Algorithmus („alg“), der kein Text ist</translation>
    </message>
    <message>
        <source>names a key (&quot;kid&quot;) that is no text</source>
        <translation>nennt einen Schlüssel („kid“), der kein Text ist</translation>
    </message>
    <message>
        <source>names a type (&quot;typ&quot;) that is no text</source>
        <translation>nennt einen Typ („typ“), der kein Text ist</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>part of the token: what is wrong with it</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>expired %1 ago</source>
        <translation>abgelaufen, %1 her</translation>
    </message>
    <message>
        <source>It is of IBM Cloud&apos;s former address, iam.bluemix.net.</source>
        <translation>Es stammt von der früheren Adresse der IBM Cloud, iam.bluemix.net.</translation>
    </message>
    <message>
        <source>It is of IBM Cloud&apos;s test environment.</source>
        <translation>Es stammt aus der Testumgebung der IBM Cloud.</translation>
    </message>
    <message>
        <source>It is of IBM&apos;s SaaS platform (MCSP), not of IBM Cloud IAM.</source>
        <translation>Es stammt von der SaaS-Plattform von IBM (MCSP), nicht von IBM Cloud IAM.</translation>
    </message>
    <message>
        <source>It is of Cloud Pak for Data, not of IBM Cloud IAM.</source>
        <translation>Es stammt von Cloud Pak for Data, nicht von IBM Cloud IAM.</translation>
    </message>
    <message>
        <source>It is of the former Cloud Foundry login (UAA), not of IBM Cloud IAM.</source>
        <translation>Es stammt von der früheren Cloud-Foundry-Anmeldung (UAA), nicht von IBM Cloud IAM.</translation>
    </message>
    <message>
        <source>The end of the token is missing where it was copied from.</source>
        <translation>Das Ende des Tokens fehlt dort, wo es kopiert wurde.</translation>
    </message>
    <message>
        <source>This is an encrypted token (JWE): only its receiver can read it.</source>
        <translation>Das ist ein verschlüsseltes Token (JWE): Nur der Empfänger kann es lesen.</translation>
    </message>
    <message>
        <source>This is a refresh token: it gets access tokens and is none.</source>
        <translation>Das ist ein Refresh-Token: Es holt Zugriffstoken und ist selbst keines.</translation>
    </message>
    <message>
        <source>This is a compute resource token: it is traded for an access token.</source>
        <translation>Das ist ein Compute-Resource-Token: Es wird gegen ein Zugriffstoken getauscht.</translation>
    </message>
    <message>
        <source>The token cannot be read.</source>
        <translation>Das Token kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>scope %1</source>
        <translation>Scope %1</translation>
    </message>
    <message>
        <source>It is too large to be a token.</source>
        <translation>Es ist zu groß für ein Token.</translation>
    </message>
    <message>
        <source>It is damaged: no service takes it.</source>
        <translation>Es ist beschädigt: Kein Dienst nimmt es an.</translation>
    </message>
    <message>
        <source>It is of a kind that is not checked here.</source>
        <translation>Es ist von einer Art, die hier nicht geprüft wird.</translation>
    </message>
    <message>
        <source>It is not signed in a way that IAM signs: do not trust it.</source>
        <translation>Es ist nicht so signiert, wie IAM signiert: Vertrauen Sie ihm nicht.</translation>
    </message>
    <message>
        <source>Whether it is genuine was not checked.</source>
        <translation>Ob es echt ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Whether it is genuine is not known: its key is not among the keys.</source>
        <translation>Ob es echt ist, ist nicht bekannt: Sein Schlüssel ist nicht unter den Schlüsseln.</translation>
    </message>
    <message>
        <source>Whether it is genuine is not known: its key cannot be used.</source>
        <translation>Ob es echt ist, ist nicht bekannt: Sein Schlüssel kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Its signature is wrong: it was changed, cut off or forged.</source>
        <translation>Seine Signatur ist falsch: Es wurde verändert, abgeschnitten oder gefälscht.</translation>
    </message>
    <message>
        <source>Its signature is genuine, but what it says cannot be used.</source>
        <translation>Seine Signatur ist echt, aber seine Angaben können nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Its signature is genuine, but another issuer was expected.</source>
        <translation>Seine Signatur ist echt, aber es wurde ein anderer Aussteller erwartet.</translation>
    </message>
    <message>
        <source>Its signature is genuine, but it has expired.</source>
        <translation>Seine Signatur ist echt, aber es ist abgelaufen.</translation>
    </message>
    <message>
        <source>Its signature is genuine, but its time has not come.</source>
        <translation>Seine Signatur ist echt, aber es gilt noch nicht.</translation>
    </message>
    <message>
        <source>Its signature is genuine and it has not expired.</source>
        <translation>Seine Signatur ist echt, und es ist nicht abgelaufen.</translation>
    </message>
    <message>
        <source>Three parts, each as it should be.</source>
        <translation>Drei Teile, jeder so, wie er sein soll.</translation>
    </message>
    <message>
        <source>Genuine, by %1.</source>
        <translation>Echt, mit %1.</translation>
    </message>
    <message>
        <source>Genuine, by %1 with the key %2.</source>
        <translation>Echt, mit %1 und dem Schlüssel %2.</translation>
    </message>
    <message>
        <source>It does not fit the token and the key.</source>
        <translation>Sie passt nicht zu Token und Schlüssel.</translation>
    </message>
    <message>
        <source>It has another length than the key makes: it may be cut off.</source>
        <translation>Sie hat eine andere Länge, als der Schlüssel ergibt: Vielleicht ist sie abgeschnitten.</translation>
    </message>
    <message>
        <source>The token says that it is not signed.</source>
        <translation>Laut Token ist es nicht signiert.</translation>
    </message>
    <message>
        <source>The keys are not for the algorithm %1.</source>
        <translation>Die Schlüssel sind nicht für den Algorithmus %1.</translation>
    </message>
    <message>
        <source>The key %1 cannot be used: %2.</source>
        <translation>Der Schlüssel %1 kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>Not checked: there are no usable keys.</source>
        <translation>Nicht geprüft: Es gibt keine brauchbaren Schlüssel.</translation>
    </message>
    <message>
        <source>Not checked: the keys cannot be used: %1.</source>
        <translation>Nicht geprüft: Die Schlüssel können nicht verwendet werden: %1.</translation>
    </message>
    <message>
        <source>The key %1 is not among the keys.</source>
        <translation>Der Schlüssel %1 ist nicht unter den Schlüsseln.</translation>
    </message>
    <message>
        <source>The token does not name its key, and there is more than one.</source>
        <translation>Das Token nennt seinen Schlüssel nicht, und es gibt mehr als einen.</translation>
    </message>
    <message>
        <source>Not checked: a token of this kind is not supported.</source>
        <translation>Nicht geprüft: Ein Token dieser Art wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Not checked: the token is not well-formed.</source>
        <translation>Nicht geprüft: Das Token ist nicht wohlgeformt.</translation>
    </message>
    <message>
        <source>%1, until %2.</source>
        <comment>time left, end</comment>
        <translation>%1, bis %2.</translation>
    </message>
    <message>
        <source>It expired %1 ago, at %2.</source>
        <translation>Es ist am %2 abgelaufen, das ist %1 her.</translation>
    </message>
    <message>
        <source>It is valid from %1 on.</source>
        <translation>Es gilt ab %1.</translation>
    </message>
    <message>
        <source>It says that it was issued in the future, at %1.</source>
        <translation>Laut seinen Angaben wurde es in der Zukunft ausgestellt, am %1.</translation>
    </message>
    <message>
        <source>It does not say when it expires (&quot;exp&quot;).</source>
        <translation>Es sagt nicht, wann es abläuft („exp“).</translation>
    </message>
    <message>
        <source>The time when it expires (&quot;exp&quot;) cannot be used.</source>
        <translation>Die Zeit, zu der es abläuft („exp“), kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The time from which it is valid (&quot;nbf&quot;) cannot be used.</source>
        <translation>Die Zeit, ab der es gilt („nbf“), kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The time when it was issued (&quot;iat&quot;) cannot be used.</source>
        <translation>Die Zeit, zu der es ausgestellt wurde („iat“), kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Its claims cannot be read.</source>
        <translation>Seine Claims können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its claims are damaged and do not tell.</source>
        <translation>Seine Claims sind beschädigt und geben keine Auskunft.</translation>
    </message>
    <message>
        <source>Issued by %1.</source>
        <translation>Ausgestellt von %1.</translation>
    </message>
    <message>
        <source>Issued by %1, which is not expected.</source>
        <translation>Ausgestellt von %1; das wird nicht erwartet.</translation>
    </message>
    <message>
        <source>It does not say who issued it (&quot;iss&quot;).</source>
        <translation>Es sagt nicht, wer es ausgestellt hat („iss“).</translation>
    </message>
    <message>
        <source>Who issued it (&quot;iss&quot;) is no text.</source>
        <translation>Die Angabe, wer es ausgestellt hat („iss“), ist kein Text.</translation>
    </message>
    <message>
        <source>It is for the account %1, not for %2.</source>
        <translation>Es ist für das Konto %1, nicht für %2.</translation>
    </message>
    <message>
        <source>It is for no account; %1 was expected.</source>
        <translation>Es ist für kein Konto; %1 wurde erwartet.</translation>
    </message>
    <message>
        <source>Nothing in particular was expected.</source>
        <translation>Es wurde nichts Bestimmtes erwartet.</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>ein API-Schlüssel</translation>
    </message>
    <message>
        <source>a refresh token</source>
        <translation>ein Refresh-Token</translation>
    </message>
    <message>
        <source>API key, not shown</source>
        <translation>API-Schlüssel, nicht gezeigt</translation>
    </message>
    <message>
        <source>refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>encrypted token</source>
        <translation>verschlüsseltes Token</translation>
    </message>
    <message>
        <source>token without a name</source>
        <translation>Token ohne Namen</translation>
    </message>
    <message>
        <source>too large</source>
        <comment>verdict</comment>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>damaged</source>
        <comment>verdict</comment>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>not supported</source>
        <comment>verdict</comment>
        <translation>nicht unterstützt</translation>
    </message>
    <message>
        <source>not signed as IAM signs</source>
        <comment>verdict</comment>
        <translation>nicht so signiert, wie IAM signiert</translation>
    </message>
    <message>
        <source>not verified</source>
        <comment>verdict</comment>
        <translation>nicht überprüft</translation>
    </message>
    <message>
        <source>key not known</source>
        <comment>verdict</comment>
        <translation>Schlüssel nicht bekannt</translation>
    </message>
    <message>
        <source>signature wrong</source>
        <comment>verdict</comment>
        <translation>Signatur falsch</translation>
    </message>
    <message>
        <source>claims not usable</source>
        <comment>verdict</comment>
        <translation>Claims nicht brauchbar</translation>
    </message>
    <message>
        <source>other issuer</source>
        <comment>verdict</comment>
        <translation>anderer Aussteller</translation>
    </message>
    <message>
        <source>expired</source>
        <comment>verdict</comment>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not yet valid</source>
        <comment>verdict</comment>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>valid</source>
        <comment>verdict</comment>
        <translation>gültig</translation>
    </message>
    <message>
        <source>Pass</source>
        <comment>answer of a check</comment>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Fail</source>
        <comment>answer of a check</comment>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>answer of a check</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not asked</source>
        <comment>answer of a check</comment>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>Not checked: there are no keys to check it with.</source>
        <translation>Nicht geprüft: Es gibt keine Schlüssel, um sie zu prüfen.</translation>
    </message>
    <message>
        <source>This is an API key, which never expires by itself. It is not shown here. Whoever has it can use it: if it was shared, revoke it and make a new one.</source>
        <translation>Das ist ein API-Schlüssel; er läuft nie von selbst ab. Er wird hier nicht gezeigt. Wer ihn hat, kann ihn verwenden: Wurde er weitergegeben, widerrufen Sie ihn und erstellen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This is a refresh token. It is not shown here. Whoever has it can get access tokens with it: if it was shared, end the session that it is of.</source>
        <translation>Das ist ein Refresh-Token. Es wird hier nicht gezeigt. Wer es hat, kann damit Zugriffstoken holen: Wurde es weitergegeben, beenden Sie die Sitzung, zu der es gehört.</translation>
    </message>
</context>
<context>
    <name>hourpass::InspectorKeys</name>
    <message>
        <source>Fetch IBM keys</source>
        <translation>IBM-Schlüssel holen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Ask IBM Cloud for the keys that it publishes, to verify signatures. The token itself is not sent.</source>
        <translation>IBM Cloud nach den veröffentlichten Schlüsseln fragen, um Signaturen zu überprüfen. Das Token selbst wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Verify with keys of a file</source>
        <translation>Mit Schlüsseln aus einer Datei überprüfen</translation>
    </message>
    <message>
        <source>No keys: signatures are not verified.</source>
        <translation>Keine Schlüssel: Signaturen werden nicht überprüft.</translation>
    </message>
    <message>
        <source>&amp;IBM&apos;s published keys, saved to a file…</source>
        <translation>Veröffentlichte Schlüssel von &amp;IBM, als Datei gespeichert&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Other keys (JWK, JWK set, PEM)…</source>
        <translation>&amp;Andere Schlüssel (JWK, JWK-Set, PEM)&#xa0;…</translation>
    </message>
    <message>
        <source>Use &amp;no keys</source>
        <translation>&amp;Keine Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Asking %1 for its keys…</source>
        <translation>%1 wird nach den Schlüsseln gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>Keys to verify with</source>
        <translation>Schlüssel zum Überprüfen</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2.</source>
        <comment>file: why</comment>
        <translation>%1 kann nicht verwendet werden: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of %1, taken for IBM&apos;s.</source>
        <translation>
            <numerusform>%n Schlüssel aus %1, als Schlüssel von IBM verwendet.</numerusform>
            <numerusform>%n Schlüssel aus %1, als Schlüssel von IBM verwendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of %1, your own.</source>
        <translation>
            <numerusform>%n Schlüssel aus %1, Ihr eigener.</numerusform>
            <numerusform>%n Schlüssel aus %1, Ihre eigenen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::InspectorPage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open a &amp;file to inspect…</source>
        <translation>&amp;Datei zum Untersuchen öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Look for tokens in a log, a HAR file or any other text</source>
        <translation>In einem Protokoll, einer HAR-Datei oder anderem Text nach Token suchen</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Clear the inspec&amp;tor</source>
        <translation>Inspektor &amp;leeren</translation>
    </message>
    <message>
        <source>Forget the text and what was found in it</source>
        <translation>Den Text vergessen und was darin gefunden wurde</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Co&amp;mpare tokens…</source>
        <translation>Token &amp;vergleichen&#xa0;…</translation>
    </message>
    <message>
        <source>What is different between two tokens</source>
        <translation>Worin sich zwei Token unterscheiden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Copy r&amp;eport</source>
        <translation>Bericht ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy a report for a ticket, without names and ids</source>
        <translation>Einen Bericht für ein Ticket kopieren, ohne Namen und IDs</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Rep&amp;ort…</source>
        <translation>Ber&amp;icht&#xa0;…</translation>
    </message>
    <message>
        <source>Choose what the report tells, see it, save it</source>
        <translation>Wählen, was der Bericht sagt, ihn ansehen und speichern</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht&#xa0;…</translation>
    </message>
    <message>
        <source>Text to inspect</source>
        <translation>Zu untersuchender Text</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Tokens found</source>
        <translation>Gefundene Token</translation>
    </message>
    <message>
        <source>E&amp;xpected account</source>
        <translation>Er&amp;wartetes Konto</translation>
    </message>
    <message>
        <source>Expected account</source>
        <translation>Erwartetes Konto</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>The id of the account that tokens should be for</source>
        <translation>Die ID des Kontos, für das die Token sein sollen</translation>
    </message>
    <message>
        <source>What is inspected is hidden.</source>
        <translation>Was untersucht wird, ist verborgen.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Text of %1, too long to show.</source>
        <translation>Text von %1, zu lang zum Zeigen.</translation>
    </message>
    <message>
        <source>%1, %2, is not shown.</source>
        <comment>file name, size</comment>
        <translation>%1, %2, wird nicht gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>das erste (%n)</numerusform>
            <numerusform>die ersten %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Paste or drop anything above: a token, a header, a curl command, a log, a HAR file. Every token in it is listed here, with whose it is and what is wrong with it. Nothing leaves this computer.</source>
        <translation>Fügen Sie oben etwas ein oder ziehen Sie es dorthin: ein Token, eine Kopfzeile, einen curl-Befehl, ein Protokoll, eine HAR-Datei. Jedes Token darin wird hier aufgeführt, mit der Angabe, wem es gehört und was daran nicht stimmt. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>There is no token in it.</source>
        <translation>Darin ist kein Token.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number: whose token</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Token of profile %1</source>
        <translation>Token des Profils %1</translation>
    </message>
    <message numerus="yes">
        <source>The report is on the clipboard. %n value(s) were taken out.</source>
        <translation>
            <numerusform>Der Bericht ist in der Zwischenablage. %n Wert wurde herausgenommen.</numerusform>
            <numerusform>Der Bericht ist in der Zwischenablage. %n Werte wurden herausgenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for tokens…</source>
        <translation>Token werden gesucht&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hourpass::KeyDetailWords</name>
    <message>
        <source>never</source>
        <comment>the key ends</comment>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1, in the past</source>
        <translation>%1, vorbei</translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation>%1, heute</translation>
    </message>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <translation>
            <numerusform>%1, in %n Tag</numerusform>
            <numerusform>%1, in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>The key expired on %1. Make a new one in the IBM Cloud console.</source>
        <translation>Der Schlüssel ist am %1 abgelaufen. Erstellen Sie in der IBM-Cloud-Konsole einen neuen.</translation>
    </message>
    <message>
        <source>The key ends today, at %1.</source>
        <translation>Der Schlüssel läuft heute um %1 ab.</translation>
    </message>
    <message numerus="yes">
        <source>The key ends in %n day(s), on %1.</source>
        <translation>
            <numerusform>Der Schlüssel läuft in %n Tag ab, am %1.</numerusform>
            <numerusform>Der Schlüssel läuft in %n Tagen ab, am %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new one in the IBM Cloud console.</source>
        <translation>Erstellen Sie in der IBM-Cloud-Konsole einen neuen.</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>of a key</comment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>of a key</comment>
        <translation>Eigner</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Ends</source>
        <comment>a key, at a time</comment>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>a key</comment>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>yes: it gets no tokens</source>
        <translation>ja: Er bekommt keine Token</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>a key</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>yes: nobody can change or delete it; it still works</source>
        <translation>ja: Niemand kann ihn ändern oder löschen; er gilt weiterhin</translation>
    </message>
    <message>
        <source>Id</source>
        <comment>of a key</comment>
        <translation>ID</translation>
    </message>
    <message>
        <source>IBM Cloud gives no details of this key.</source>
        <translation>IBM Cloud gibt zu diesem Schlüssel keine Auskunft.</translation>
    </message>
</context>
<context>
    <name>hourpass::KeyDialog</name>
    <message>
        <source>Key of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking %1 for the key&apos;s details…</source>
        <translation>%1 wird nach Angaben zum Schlüssel gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>That is no fault of the key: not every identity may read its own key.</source>
        <translation>Das ist kein Fehler des Schlüssels: Nicht jede Identität darf ihren eigenen Schlüssel lesen.</translation>
    </message>
    <message>
        <source>IBM Cloud knows this key:</source>
        <translation>IBM Cloud kennt diesen Schlüssel:</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>hourpass::KeyFaultWords</name>
    <message>
        <source>there is more than 256 KiB of it</source>
        <translation>es sind mehr als 256 KiB</translation>
    </message>
    <message>
        <source>it is neither a JWK, a JWK set nor PEM</source>
        <translation>weder ein JWK noch ein JWK-Satz noch PEM</translation>
    </message>
    <message>
        <source>its JSON is damaged</source>
        <translation>das JSON ist beschädigt</translation>
    </message>
    <message>
        <source>its PEM is damaged</source>
        <translation>das PEM ist beschädigt</translation>
    </message>
    <message>
        <source>there are too many keys in it</source>
        <translation>zu viele Schlüssel darin</translation>
    </message>
    <message>
        <source>there is a private key in it, which belongs to its owner alone</source>
        <translation>darin ist ein privater Schlüssel, der nur seinem Eigner gehört</translation>
    </message>
    <message>
        <source>its type is not supported</source>
        <translation>der Typ wird nicht unterstützt</translation>
    </message>
    <message>
        <source>its curve is not supported</source>
        <translation>die Kurve wird nicht unterstützt</translation>
    </message>
    <message>
        <source>a member of it is missing or wrong</source>
        <translation>ein Bestandteil fehlt oder ist falsch</translation>
    </message>
    <message>
        <source>it is not a point on its curve</source>
        <translation>kein Punkt auf der angegebenen Kurve</translation>
    </message>
    <message>
        <source>it is too short to be safe</source>
        <translation>zu kurz, um sicher zu sein</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>its exponent is not one to use</source>
        <translation>der Exponent ist nicht zu verwenden</translation>
    </message>
    <message>
        <source>it is not for signatures</source>
        <translation>nicht für Signaturen bestimmt</translation>
    </message>
    <message>
        <source>it is not for checking signatures</source>
        <translation>nicht zum Prüfen von Signaturen bestimmt</translation>
    </message>
    <message>
        <source>its algorithm does not fit its type</source>
        <translation>der Algorithmus passt nicht zum Typ</translation>
    </message>
    <message>
        <source>a secret key stands among public ones</source>
        <translation>ein geheimer Schlüssel steht unter öffentlichen</translation>
    </message>
    <message>
        <source>there are several with this id</source>
        <translation>es gibt mehrere mit dieser ID</translation>
    </message>
</context>
<context>
    <name>hourpass::KeyFetchWords</name>
    <message>
        <source>at a time that is yet to come by this computer&apos;s clock</source>
        <translation>zu einer Zeit, die nach der Uhr dieses Computers erst noch kommt</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 publishes no keys at this address.</source>
        <translation>%1 veröffentlicht unter dieser Adresse keine Schlüssel.</translation>
    </message>
    <message>
        <source>The answer of %1 was too large to be a set of keys.</source>
        <translation>Die Antwort von %1 war zu groß für einen Satz von Schlüsseln.</translation>
    </message>
    <message>
        <source>%1 sent us elsewhere, where we did not go.</source>
        <translation>%1 hat auf eine andere Adresse verwiesen; dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 sent us to %2, where we did not go.</source>
        <translation>%1 hat auf %2 verwiesen; dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>First check this computer&apos;s clock: it says %1.</source>
        <translation>Prüfen Sie zuerst die Uhr dieses Computers: Sie zeigt %1.</translation>
    </message>
    <message>
        <source>Check your network connection and the address. Private endpoints exist only inside IBM Cloud networks.</source>
        <translation>Prüfen Sie Ihre Netzwerkverbindung und die Adresse. Private Endpunkte gibt es nur in Netzwerken der IBM Cloud.</translation>
    </message>
    <message>
        <source>Check the address, or try again later.</source>
        <translation>Prüfen Sie die Adresse, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>No key was taken. If your company inspects its traffic, give its CA file; otherwise do not use this network.</source>
        <translation>Es wurde kein Schlüssel übernommen. Wenn Ihre Firma ihren Datenverkehr prüft, geben Sie deren CA-Datei an; benutzen Sie andernfalls dieses Netzwerk nicht.</translation>
    </message>
    <message>
        <source>No key was taken. Whoever runs the server has to renew its certificate with a stronger key and signature.</source>
        <translation>Es wurde kein Schlüssel übernommen. Der Betreiber des Servers muss dessen Zertifikat mit stärkerem Schlüssel und stärkerer Signatur erneuern.</translation>
    </message>
    <message>
        <source>No key was taken. Check the address; the server must speak TLS 1.2 or later.</source>
        <translation>Es wurde kein Schlüssel übernommen. Prüfen Sie die Adresse; der Server muss TLS 1.2 oder neuer beherrschen.</translation>
    </message>
    <message>
        <source>If you are on a guest network, log in to it with a browser first. Otherwise check the address and the proxy.</source>
        <translation>Wenn Sie in einem Gastnetzwerk sind, melden Sie sich zuerst mit einem Browser dort an. Prüfen Sie andernfalls die Adresse und den Proxy.</translation>
    </message>
    <message>
        <source>No key was taken. Check that the address is that of an IAM service.</source>
        <translation>Es wurde kein Schlüssel übernommen. Prüfen Sie, ob die Adresse die eines IAM-Dienstes ist.</translation>
    </message>
    <message>
        <source>Keys of %1, fetched %2.</source>
        <comment>a URL; when: &quot;12 minutes ago&quot;</comment>
        <translation>Schlüssel von %1, geholt %2.</translation>
    </message>
    <message>
        <source>%1 They could not be fetched anew: %2</source>
        <comment>two sentences</comment>
        <translation>%1 Sie konnten nicht neu geholt werden: %2</translation>
    </message>
</context>
<context>
    <name>hourpass::KeyFromFile</name>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>The file holds several keys: %1.</source>
        <translation>Die Datei enthält mehrere Schlüssel: %1.</translation>
    </message>
    <message>
        <source>Call the profile like one of them, or put the one that you want into a file of its own.</source>
        <translation>Nennen Sie das Profil wie einen davon, oder legen Sie den gewünschten Schlüssel in eine eigene Datei.</translation>
    </message>
</context>
<context>
    <name>hourpass::KeychainStatus</name>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
    <message>
        <source>Give up what is waiting for the keychain; nothing is lost</source>
        <translation>Abbrechen, was auf den Schlüsselbund wartet; es geht nichts verloren</translation>
    </message>
    <message>
        <source>Keychain status</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>waiting for you</source>
        <translation>wartet auf Sie</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>nicht vorhanden</translation>
    </message>
</context>
<context>
    <name>hourpass::LedgerWords</name>
    <message>
        <source>in the future of this computer&apos;s clock</source>
        <translation>nach der Uhr dieses Computers in der Zukunft</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>This token was copied at %1 from %2 (%3).</source>
        <extracomment>%1 is a time, %2 a profile&apos;s name, %3 &quot;3 hours ago&quot;</extracomment>
        <translation>Dieses Token wurde kopiert: %1, aus %2 (%3).</translation>
    </message>
    <message>
        <source>This token was issued at %1 for %2 (%3). No copy of it is known.</source>
        <extracomment>%1 is a time, %2 a profile&apos;s name, %3 &quot;3 hours ago&quot;</extracomment>
        <translation>Dieses Token wurde ausgestellt: %1, für %2 (%3). Eine Kopie davon ist nicht bekannt.</translation>
    </message>
    <message>
        <source>This token was inspected at %1 (%2).</source>
        <extracomment>%1 is a time, %2 &quot;3 hours ago&quot;</extracomment>
        <translation>Dieses Token wurde untersucht: %1 (%2).</translation>
    </message>
    <message>
        <source>Not seen in this run.</source>
        <translation>Seit dem Start nicht gesehen.</translation>
    </message>
    <message>
        <source>Not seen, as far as is remembered.</source>
        <translation>Nicht gesehen, soweit Hourpass sich erinnert.</translation>
    </message>
    <message>
        <source>What was remembered was damaged, and has been set aside as %1.</source>
        <translation>Was gemerkt war, war beschädigt und wurde als %1 beiseitegelegt.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Hourpass and is left as it is. What comes by is remembered in this run alone.</source>
        <translation>%1 stammt von einer neueren Version von Hourpass und bleibt, wie es ist. Neues wird nur bis zum Beenden gemerkt.</translation>
    </message>
    <message>
        <source>%1 cannot be changed. Make room, or see who may write there.</source>
        <translation>%1 kann nicht geändert werden. Schaffen Sie Platz, oder prüfen Sie, wer dort schreiben darf.</translation>
    </message>
    <message>
        <source>%1 cannot be read. What comes by is remembered in this run alone.</source>
        <translation>%1 kann nicht gelesen werden. Neues wird nur bis zum Beenden gemerkt.</translation>
    </message>
    <message>
        <source>Other users of this computer may have changed %1, so it was not read. What comes by is remembered in this run alone.</source>
        <translation>Andere Benutzer dieses Computers können %1 geändert haben, daher wurde nichts davon gelesen. Neues wird nur bis zum Beenden gemerkt.</translation>
    </message>
</context>
<context>
    <name>hourpass::MainWindow</name>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>&amp;Renew token</source>
        <translation>Token &amp;erneuern</translation>
    </message>
    <message>
        <source>&amp;Get token</source>
        <translation>Token ab&amp;rufen</translation>
    </message>
    <message>
        <source>Renew token</source>
        <translation>Token erneuern</translation>
    </message>
    <message>
        <source>Get token</source>
        <translation>Token abrufen</translation>
    </message>
    <message>
        <source>&amp;Add profile…</source>
        <translation>Profil &amp;hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Store an API key in the keychain</source>
        <translation>Einen API-Schlüssel im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>&amp;Import key file…</source>
        <translation>Schlüsseldatei &amp;importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Take the API key from a file</source>
        <translation>Den API-Schlüssel aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>&amp;Edit profile…</source>
        <translation>Profil &amp;bearbeiten&#xa0;…</translation>
    </message>
    <message>
        <source>Change the name, the key or the endpoint</source>
        <translation>Den Namen, den Schlüssel oder den Endpunkt ändern</translation>
    </message>
    <message>
        <source>Use by &amp;default</source>
        <translation>Als S&amp;tandard verwenden</translation>
    </message>
    <message>
        <source>The profile that hourpass-cli takes if none is named</source>
        <translation>Das Profil, das hourpass-cli verwendet, wenn keines genannt ist</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move d&amp;own</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>&amp;Remove profile</source>
        <translation>Profil &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy token</source>
        <translation>Token &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the token; one that is about to expire is renewed first</source>
        <translation>Das Token kopieren; läuft es bald ab, wird es vorher erneuert</translation>
    </message>
    <message>
        <source>Ask IAM for a new token</source>
        <translation>Ein neues Token von IAM anfordern</translation>
    </message>
    <message>
        <source>Ca&amp;ncel request</source>
        <translation>Anfrage a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Stop the request that is under way</source>
        <translation>Die laufende Anfrage abbrechen</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Anfrage abbrechen</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Search profiles</source>
        <translation>Profile &amp;suchen</translation>
    </message>
    <message>
        <source>Search profiles</source>
        <translation>Profile suchen</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Hourpass</source>
        <translation>Ü&amp;ber Hourpass</translation>
    </message>
    <message>
        <source>About Hourpass</source>
        <translation>Über Hourpass</translation>
    </message>
    <message>
        <source>Hourpass %1</source>
        <translation>Hourpass %1</translation>
    </message>
    <message>
        <source>IBM Cloud access tokens from keys in your keychain.
Not made or endorsed by IBM. Apache License 2.0.</source>
        <translation>IBM-Cloud-Zugriffstoken aus Schlüsseln in Ihrem Schlüsselbund.
Nicht von IBM entwickelt oder unterstützt. Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Network log</source>
        <translation>&amp;Netzwerkprotokoll</translation>
    </message>
    <message>
        <source>Every request since the start</source>
        <translation>Jede Anfrage seit dem Start</translation>
    </message>
    <message>
        <source>Check &amp;key…</source>
        <translation>Schlüssel &amp;prüfen&#xa0;…</translation>
    </message>
    <message>
        <source>Ask IBM Cloud for the key&apos;s name, owner and end</source>
        <translation>IBM Cloud nach Name, Eigner und Ablauf des Schlüssels fragen</translation>
    </message>
    <message>
        <source>Connection &amp;doctor…</source>
        <translation>&amp;Verbindungsprüfung&#xa0;…</translation>
    </message>
    <message>
        <source>Check one by one what stands between a key and a token</source>
        <translation>Der Reihe nach prüfen, was zwischen einem Schlüssel und einem Token steht</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Network settings…</source>
        <translation>&amp;Netzwerkeinstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Which proxy to use</source>
        <translation>Welcher Proxy verwendet wird</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Sperren</translation>
    </message>
    <message>
        <source>Hide what is shown and clear the clipboard</source>
        <translation>Verbergen, was gezeigt wird, und die Zwischenablage leeren</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All keys, and how to copy a token from anywhere</source>
        <translation>Alle Tasten, und wie man von überall ein Token kopiert</translation>
    </message>
    <message>
        <source>No profile has this in its name.</source>
        <translation>Kein Profil hat das in seinem Namen.</translation>
    </message>
    <message>
        <source>Secrets are hidden and the clipboard is cleared.</source>
        <translation>Geheimnisse sind verborgen, und die Zwischenablage ist geleert.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>The token of %1, which is not shown.</source>
        <translation>Das Token von %1; es wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Inspect this token</source>
        <translation>Dieses Token &amp;untersuchen</translation>
    </message>
    <message>
        <source>Show in the inspector what the token says</source>
        <translation>Im Inspektor zeigen, was das Token sagt</translation>
    </message>
    <message>
        <source>Inspect clip&amp;board</source>
        <translation>&amp;Zwischenablage untersuchen</translation>
    </message>
    <message>
        <source>Look for tokens in what is on the clipboard</source>
        <translation>Im Inhalt der Zwischenablage nach Token suchen</translation>
    </message>
    <message>
        <source>The profile&apos;s token</source>
        <translation>Das Token des Profils</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>Read any token</source>
        <translation>Ein beliebiges Token lesen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Remove the profile and its key; can be undone for a while</source>
        <translation>Das Profil und seinen Schlüssel entfernen; lässt sich eine Weile rückgängig machen</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles were restored.</source>
        <translation>
            <numerusform>%n Profil wurde wiederhergestellt.</numerusform>
            <numerusform>%n Profile wurden wiederhergestellt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::Messages</name>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>hourpass::NetworkDialog</name>
    <message>
        <source>What the desktop is set to, asked anew for each connection.</source>
        <translation>Was auf dem Desktop eingestellt ist; für jede Verbindung neu erfragt.</translation>
    </message>
    <message>
        <source>What https_proxy or all_proxy says, except for the hosts in no_proxy.</source>
        <translation>Was https_proxy oder all_proxy sagt, außer für die Rechner in no_proxy.</translation>
    </message>
    <message>
        <source>Every connection goes through this proxy. The password is kept in the keychain.</source>
        <translation>Jede Verbindung geht durch diesen Proxy. Das Kennwort liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Every connection goes straight to the server.</source>
        <translation>Jede Verbindung geht direkt zum Server.</translation>
    </message>
    <message>
        <source>Network settings</source>
        <translation>Netzwerkeinstellungen</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie im System eingestellt</translation>
    </message>
    <message>
        <source>As the environment variables say</source>
        <translation>Wie in den Umgebungsvariablen</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Dieser</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>For example proxy.example:3128</source>
        <translation>Zum Beispiel proxy.example:3128</translation>
    </message>
    <message>
        <source>An HTTP proxy as host:port, or a URL that begins with http:// or socks5://</source>
        <translation>Ein HTTP-Proxy als Rechner:Port oder eine URL, die mit http:// oder socks5:// beginnt</translation>
    </message>
    <message>
        <source>Only if the proxy asks for a login</source>
        <translation>Nur falls der Proxy eine Anmeldung verlangt</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Being asked for…</source>
        <translation>Wird erfragt&#xa0;…</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>None on the way to %1</source>
        <translation>Keiner auf dem Weg zu %1</translation>
    </message>
    <message>
        <source>%1 on the way to %2</source>
        <translation>%1 auf dem Weg zu %2</translation>
    </message>
    <message>
        <source>Saved, in use now</source>
        <translation>Gespeichert, jetzt in Gebrauch</translation>
    </message>
</context>
<context>
    <name>hourpass::NetworkLogDialog</name>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Network log</source>
        <translation>Netzwerkprotokoll</translation>
    </message>
    <message>
        <source>What Hourpass has sent since it was started. No key and no token is in it, and it is stored nowhere.</source>
        <translation>Was Hourpass seit dem Start gesendet hat. Es enthält weder Schlüssel noch Token und wird nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy the whole log as text, for a ticket</source>
        <translation>Das ganze Protokoll als Text kopieren, für ein Ticket</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>hourpass::NetworkLogModel</name>
    <message>
        <source>token for a key</source>
        <translation>Token für einen Schlüssel</translation>
    </message>
    <message>
        <source>token of a trusted profile</source>
        <translation>Token eines vertrauenswürdigen Profils</translation>
    </message>
    <message>
        <source>details of a key</source>
        <translation>Angaben zu einem Schlüssel</translation>
    </message>
    <message>
        <source>check of the endpoint</source>
        <translation>Prüfung des Endpunkts</translation>
    </message>
    <message>
        <source>%1, certificate by %2</source>
        <translation>%1, Zertifikat von %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Transaction id</source>
        <translation>Transaktions-ID</translation>
    </message>
    <message>
        <source>IAM&apos;s published keys</source>
        <translation>veröffentlichte Schlüssel von IAM</translation>
    </message>
</context>
<context>
    <name>hourpass::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>hourpass::NotificationWords</name>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Token of %1 copied</source>
        <translation>Token von %1 kopiert</translation>
    </message>
    <message>
        <source>Good for %1.</source>
        <translation>Gültig für %1.</translation>
    </message>
    <message numerus="yes">
        <source>The clipboard is cleared in %n second(s).</source>
        <translation>
            <numerusform>Die Zwischenablage wird in %n Sekunde geleert.</numerusform>
            <numerusform>Die Zwischenablage wird in %n Sekunden geleert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Token of %1 not copied</source>
        <translation>Token von %1 nicht kopiert</translation>
    </message>
    <message>
        <source>No token of %1</source>
        <translation>Kein Token von %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Token of %1 ends in %2</source>
        <translation>Token von %1 endet in %2</translation>
    </message>
    <message>
        <source>What still uses it then needs another one.</source>
        <translation>Was es danach noch verwendet, braucht ein neues.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>This desktop allows it only while you press a button: press Copy now in Hourpass.</source>
        <translation>Dieser Desktop erlaubt es nur, während Sie eine Schaltfläche drücken: Drücken Sie in Hourpass auf Jetzt kopieren.</translation>
    </message>
</context>
<context>
    <name>hourpass::OrphanCommands</name>
    <message>
        <source>time unknown</source>
        <translation>Zeit unbekannt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>in the damaged list</source>
        <translation>in der beschädigten Liste</translation>
    </message>
    <message>
        <source>The keychain has no key with the id %1.</source>
        <translation>Der Schlüsselbund hat keinen Schlüssel mit der ID %1.</translation>
    </message>
    <message>
        <source>See hourpass-cli profile orphans.</source>
        <translation>Siehe hourpass-cli profile orphans.</translation>
    </message>
    <message>
        <source>Each key in the keychain belongs to a profile.</source>
        <translation>Jeder Schlüssel im Schlüsselbund gehört zu einem Profil.</translation>
    </message>
    <message>
        <source>hourpass-cli profile adopt ID NAME makes a profile of a key, hourpass-cli profile forget ID deletes it.</source>
        <translation>hourpass-cli profile adopt ID NAME legt für einen Schlüssel ein Profil an, hourpass-cli profile forget ID löscht ihn.</translation>
    </message>
    <message>
        <source>Added the profile &quot;%1&quot;.</source>
        <translation>Das Profil „%1“ wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Deleted the key %1 from the keychain.</source>
        <translation>Der Schlüssel %1 wurde aus dem Schlüsselbund gelöscht.</translation>
    </message>
</context>
<context>
    <name>hourpass::OrphanFlow</name>
    <message numerus="yes">
        <source>The keychain holds %n key(s) without a profile.</source>
        <translation>
            <numerusform>Der Schlüsselbund enthält %n Schlüssel ohne Profil.</numerusform>
            <numerusform>Der Schlüsselbund enthält %n Schlüssel ohne Profil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show keys…</source>
        <translation>Schlüssel zeigen …</translation>
    </message>
</context>
<context>
    <name>hourpass::OrphansDialog</name>
    <message>
        <source>%1, stored %2</source>
        <comment>id of a key, moment</comment>
        <translation>%1, gespeichert %2</translation>
    </message>
    <message>
        <source>The damaged list of profiles names this key.</source>
        <translation>Die beschädigte Profilliste nennt diesen Schlüssel.</translation>
    </message>
    <message>
        <source>Whose key it is shows with its first token.</source>
        <translation>Wem der Schlüssel gehört, zeigt sich mit dem ersten Token.</translation>
    </message>
    <message>
        <source>Make a profile…</source>
        <translation>Profil anlegen …</translation>
    </message>
    <message>
        <source>Delete key…</source>
        <translation>Schlüssel löschen …</translation>
    </message>
    <message>
        <source>Keys without a profile</source>
        <translation>Schlüssel ohne Profil</translation>
    </message>
    <message>
        <source>Looking into the keychain…</source>
        <translation>Der Schlüsselbund wird durchsucht …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The keychain holds these keys of Hourpass, and no profile uses them. One stays behind where the program was ended while it stored a profile, or where the list of profiles was lost. Another home folder with the same keychain may use it, too.</source>
        <translation>Der Schlüsselbund enthält diese Schlüssel von Hourpass, und kein Profil nutzt sie. Einer bleibt zurück, wenn das Programm beim Speichern eines Profils beendet wurde oder die Profilliste verloren ging. Auch ein anderer Benutzerordner mit demselben Schlüsselbund kann ihn nutzen.</translation>
    </message>
    <message>
        <source>Each key in the keychain belongs to a profile.</source>
        <translation>Jeder Schlüssel im Schlüsselbund gehört zu einem Profil.</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>Schlüssel löschen</translation>
    </message>
    <message>
        <source>Delete the key %1 from the keychain?</source>
        <translation>Den Schlüssel %1 aus dem Schlüsselbund löschen?</translation>
    </message>
    <message>
        <source>It cannot be brought back. IBM Cloud shows a key only once: where this is the only copy, a new key has to be made.</source>
        <translation>Er lässt sich nicht zurückholen. IBM Cloud zeigt einen Schlüssel nur einmal: Ist dies die einzige Kopie, muss ein neuer Schlüssel erstellt werden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>hourpass::ProfileChoice</name>
    <message>
        <source>See hourpass-cli profile list.</source>
        <translation>Siehe hourpass-cli profile list.</translation>
    </message>
    <message>
        <source>There is no such profile; its name looks like a key.</source>
        <translation>Dieses Profil gibt es nicht; sein Name sieht aus wie ein Schlüssel.</translation>
    </message>
    <message>
        <source>A key is never an argument.</source>
        <translation>Ein Schlüssel wird nie als Argument übergeben.</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>Das Profil „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no profile yet.</source>
        <translation>Es gibt noch kein Profil.</translation>
    </message>
    <message>
        <source>Add one with hourpass-cli profile add NAME.</source>
        <translation>Fügen Sie mit hourpass-cli profile add NAME eines hinzu.</translation>
    </message>
    <message>
        <source>There are several profiles, and none is the default.</source>
        <translation>Es gibt mehrere Profile, und keines davon ist der Standard.</translation>
    </message>
    <message>
        <source>Name one; see hourpass-cli profile list.</source>
        <translation>Nennen Sie eines; siehe hourpass-cli profile list.</translation>
    </message>
    <message>
        <source>The key is kept in &quot;%1&quot;, which is not in use now.</source>
        <translation>Der Schlüssel liegt in „%1“, das gerade nicht in Gebrauch ist.</translation>
    </message>
    <message>
        <source>Use the session in which the profile was added.</source>
        <translation>Verwenden Sie die Sitzung, in der das Profil hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>The profile &quot;%1&quot; cannot be used. %2</source>
        <translation>Das Profil „%1“ ist nicht verwendbar. %2</translation>
    </message>
    <message>
        <source>Entries of the list cannot be used, and none of the others is the default.</source>
        <translation>Einträge der Liste sind nicht verwendbar, und keiner der anderen ist die Vorgabe.</translation>
    </message>
</context>
<context>
    <name>hourpass::ProfileCommands</name>
    <message>
        <source>There is no profile yet. Add one with hourpass-cli profile add NAME.</source>
        <translation>Es gibt noch kein Profil. Fügen Sie mit hourpass-cli profile add NAME eines hinzu.</translation>
    </message>
    <message>
        <source>The key file names the endpoint %1.</source>
        <translation>Die Schlüsseldatei nennt den Endpunkt %1.</translation>
    </message>
    <message>
        <source>Added the profile &quot;%1&quot;.</source>
        <translation>Das Profil „%1“ wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>API key for &quot;%1&quot; (not shown): </source>
        <translation>API-Schlüssel für „%1“ (wird nicht angezeigt): </translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Removed the profile &quot;%1&quot; and its key.</source>
        <translation>Das Profil „%1“ und sein Schlüssel wurden entfernt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be used. %2</source>
        <extracomment>of the list: its name, and why it cannot be used</extracomment>
        <translation>„%1“ ist nicht verwendbar. %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was removed; its key is still in the keychain, and the window can put it back. hourpass-cli profile remove &quot;%1&quot; deletes the key now.</source>
        <translation>„%1“ wurde entfernt; der Schlüssel ist noch im Schlüsselbund, und das Fenster kann es rückgängig machen. hourpass-cli profile remove „%1“ löscht den Schlüssel jetzt.</translation>
    </message>
    <message>
        <source>Removed &quot;%1&quot; from the list.</source>
        <translation>„%1“ aus der Liste entfernt.</translation>
    </message>
</context>
<context>
    <name>hourpass::ProfileDialog</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Privates Netzwerk</translation>
    </message>
    <message>
        <source>Private network, %1</source>
        <translation>Privates Netzwerk, %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Add profile</source>
        <translation>Profil hinzufügen</translation>
    </message>
    <message>
        <source>Edit profile</source>
        <translation>Profil bearbeiten</translation>
    </message>
    <message>
        <source>There is no keychain in this session. The key can be used until Hourpass ends; nothing is stored.</source>
        <translation>In dieser Sitzung gibt es keinen Schlüsselbund. Der Schlüssel kann verwendet werden, bis Hourpass beendet wird; es wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>For example prod-admin</source>
        <translation>Zum Beispiel prod-admin</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>The secret that IBM Cloud showed once, when the key was made. It is kept in the system keychain and nowhere else.</source>
        <translation>Das Geheimnis, das die IBM Cloud nur einmal angezeigt hat, als der Schlüssel erstellt wurde. Es wird nur im Schlüsselbund des Systems aufbewahrt und nirgendwo sonst.</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>A copied token lasts at least this long: an older one is renewed first.</source>
        <translation>Ein kopiertes Token gilt mindestens noch so lange: Ein älteres wird vorher erneuert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Minimum life</source>
        <translation>Mindestgültigkeit</translation>
    </message>
    <message>
        <source>Known endpoints</source>
        <translation>Bekannte Endpunkte</translation>
    </message>
    <message>
        <source>The IAM service that the key belongs to. Only https:// is possible.</source>
        <translation>Der IAM-Dienst, zu dem der Schlüssel gehört. Nur https:// ist möglich.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a CA file</source>
        <translation>CA-Datei auswählen</translation>
    </message>
    <message>
        <source>Only if your company inspects its traffic</source>
        <translation>Nur wenn Ihre Firma Verbindungen prüft</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Aus der Datei</translation>
    </message>
    <message>
        <source>It goes to the system keychain, and to the endpoint below.</source>
        <translation>Er wird im Schlüsselbund des Systems gespeichert und an den Endpunkt unten gesendet.</translation>
    </message>
    <message>
        <source>&amp;Keep a token fresh while Hourpass runs</source>
        <translation>To&amp;ken frisch halten, solange Hourpass läuft</translation>
    </message>
    <message>
        <source>Renews the token at 80 % of its life, without being asked. Each renewal is an event in the account&apos;s audit log.</source>
        <translation>Erneuert das Token ungefragt nach 80 % seiner Gültigkeit. Jede Erneuerung ist ein Eintrag im Prüfprotokoll des Kontos.</translation>
    </message>
    <message>
        <source>Profile-… or its CRN</source>
        <comment>a trusted profile</comment>
        <translation>Profile-… oder seine CRN</translation>
    </message>
    <message>
        <source>The key&apos;s own token is traded for one of this trusted profile.</source>
        <translation>Das Token des Schlüssels wird gegen eines dieses Trusted Profile getauscht.</translation>
    </message>
    <message>
        <source>Trusted profile (optional)</source>
        <translation>Trusted Profile (optional)</translation>
    </message>
    <message>
        <source>Show in the &amp;tray menu</source>
        <translation>Im Menü des Benachrichtigungs&amp;felds zeigen</translation>
    </message>
    <message>
        <source>Tell &amp;before a token ends</source>
        <translation>&amp;Melden, bevor ein Token endet</translation>
    </message>
    <message>
        <source>At the top of the menu, in the order of the list. The tray icon shows the worst state of these profiles.</source>
        <translation>Oben im Menü, in der Reihenfolge der Liste. Das Symbol zeigt den schlechtesten Zustand dieser Profile.</translation>
    </message>
    <message>
        <source>A notification 5 minutes before, once for each token.</source>
        <translation>Eine Benachrichtigung 5 Minuten vorher, einmal je Token.</translation>
    </message>
    <message>
        <source>Make a profile of a key</source>
        <translation>Profil für einen Schlüssel anlegen</translation>
    </message>
    <message>
        <source>In the keychain already</source>
        <translation>Schon im Schlüsselbund</translation>
    </message>
</context>
<context>
    <name>hourpass::ProfileFlows</name>
    <message>
        <source>There is no keychain in this session: %1 can be used until Hourpass ends, and is not stored.</source>
        <translation>In dieser Sitzung gibt es keinen Schlüsselbund: %1 kann verwendet werden, bis Hourpass beendet wird, und wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>Import key file</source>
        <translation>Schlüsseldatei importieren</translation>
    </message>
    <message>
        <source>Key files (*.json *.env *.txt *.key)</source>
        <translation>Schlüsseldateien (*.json *.env *.txt *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Remove entry</source>
        <translation>Eintrag entfernen</translation>
    </message>
    <message>
        <source>Remove &quot;%1&quot; from the list?</source>
        <translation>„%1“ aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>The key that it names is deleted from the keychain. This cannot be undone.</source>
        <translation>Der Schlüssel, den er nennt, wird aus dem Schlüsselbund gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>hourpass::ProfileListModel</name>
    <message>
        <source>failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1, no token yet</source>
        <translation>%1, noch kein Token</translation>
    </message>
    <message>
        <source>%1, getting a token</source>
        <translation>%1, Token wird abgerufen</translation>
    </message>
    <message>
        <source>%1, the last request failed</source>
        <translation>%1, die letzte Anfrage ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1, expired</source>
        <translation>%1, abgelaufen</translation>
    </message>
    <message>
        <source>%1, cannot be used</source>
        <translation>%1, nicht verwendbar</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
</context>
<context>
    <name>hourpass::ProfileListPane</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Search profiles</source>
        <translation>Profile suchen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
</context>
<context>
    <name>hourpass::ProfileText</name>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Endpoint:</source>
        <translation>Endpunkt:</translation>
    </message>
    <message>
        <source>CA file:</source>
        <translation>CA-Datei:</translation>
    </message>
    <message>
        <source>Minimum life:</source>
        <translation>Mindestgültigkeit:</translation>
    </message>
    <message>
        <source>Default:</source>
        <translation>Standard:</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Key kept in:</source>
        <translation>Schlüssel liegt in:</translation>
    </message>
    <message>
        <source>Id:</source>
        <translation>ID:</translation>
    </message>
    <message>
        <source>assumes %1</source>
        <translation>nimmt %1 an</translation>
    </message>
    <message>
        <source>Trusted profile:</source>
        <translation>Trusted Profile:</translation>
    </message>
    <message>
        <source>Key ends:</source>
        <translation>Schlüssel läuft ab:</translation>
    </message>
</context>
<context>
    <name>hourpass::QuitQuestion</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Removed, and can still be put back: %1.</source>
        <translation>Entfernt, und noch rückgängig zu machen: %1.</translation>
    </message>
    <message>
        <source>The keys are still in the keychain. If you do not delete them now, you can undo this for a while after the next start.</source>
        <translation>Die Schlüssel sind noch im Schlüsselbund. Wenn Sie sie jetzt nicht löschen, lässt sich das nach dem nächsten Start noch eine Weile rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;Delete and quit</source>
        <translation>&amp;Löschen und beenden</translation>
    </message>
    <message>
        <source>&amp;Quit without deleting</source>
        <translation>&amp;Beenden, ohne zu löschen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>hourpass::RemovalFlow</name>
    <message>
        <source>Put the profile that was removed last back in its place</source>
        <translation>Das zuletzt entfernte Profil wieder an seinen Platz setzen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo remove &quot;%1&quot;</source>
        <translation>&amp;Rückgängig: „%1“ entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 was removed. Its key is kept in &quot;%2&quot;, which is not in use now, and is deleted when it is.</source>
        <translation>%1 wurde entfernt. Der Schlüssel liegt in „%2“, das gerade nicht in Gebrauch ist, und wird gelöscht, sobald es das ist.</translation>
    </message>
    <message>
        <source>%1 was removed. It can be put back for %2 minutes, or until you close this notice.</source>
        <translation>%1 wurde entfernt. Das lässt sich %2 Minuten lang rückgängig machen, oder bis Sie diesen Hinweis schließen.</translation>
    </message>
    <message>
        <source>%1 was removed. Its key stays in the keychain for %2 minutes, or until you close this notice.</source>
        <translation>%1 wurde entfernt. Der Schlüssel bleibt noch %2 Minuten im Schlüsselbund, oder bis Sie diesen Hinweis schließen.</translation>
    </message>
    <message>
        <source>%1 was removed, but its key was not deleted: %2</source>
        <translation>%1 wurde entfernt, aber der Schlüssel wurde nicht gelöscht: %2</translation>
    </message>
    <message>
        <source>Delete the key now</source>
        <translation>Schlüssel jetzt löschen</translation>
    </message>
</context>
<context>
    <name>hourpass::ReportDialog</name>
    <message>
        <source>Report for a ticket</source>
        <translation>Bericht für ein Ticket</translation>
    </message>
    <message>
        <source>The token and its signature are never in the report. What is ticked is replaced by aliases, which stay the same within the report.</source>
        <translation>Das Token und seine Signatur stehen nie im Bericht. Was angekreuzt ist, wird durch Decknamen ersetzt, die innerhalb des Berichts gleich bleiben.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Der Bericht ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>hourpass::ReportWords</name>
    <message numerus="yes">
        <source>Not in this report: %n more token(s).</source>
        <translation>
            <numerusform>Nicht in diesem Bericht: %n weiteres Token.</numerusform>
            <numerusform>Nicht in diesem Bericht: %n weitere Token.</numerusform>
        </translation>
    </message>
    <message>
        <source>Token report</source>
        <translation>Token-Bericht</translation>
    </message>
    <message>
        <source>Made on %1, with Hourpass %2.</source>
        <comment>time, version</comment>
        <translation>Erstellt am %1, mit Hourpass %2.</translation>
    </message>
    <message>
        <source>Token %1 of %2</source>
        <translation>Token %1 von %2</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>There are more values than %1; the rest is not in this report.</source>
        <translation>Es sind mehr als %1 Werte; die übrigen stehen nicht in diesem Bericht.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Well-formed</source>
        <translation>Wohlgeformt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Zeitlich gültig</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Adressat</translation>
    </message>
    <message>
        <source>Issued at</source>
        <translation>Ausgestellt am</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Expires at</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Issued for</source>
        <translation>Ausgestellt für</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message numerus="yes">
        <source>(%n character(s) in all)</source>
        <translation>
            <numerusform>(insgesamt %n Zeichen)</numerusform>
            <numerusform>(insgesamt %n Zeichen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>What was taken out</source>
        <translation>Was herausgenommen wurde</translation>
    </message>
    <message>
        <source>The tokens themselves and their signatures are never in a report.</source>
        <translation>Die Token selbst und ihre Signaturen stehen nie in einem Bericht.</translation>
    </message>
    <message>
        <source>Left in, as whoever made it chose: %1.</source>
        <comment>a list</comment>
        <translation>Nach Wahl des Erstellers darin belassen: %1.</translation>
    </message>
    <message>
        <source>name or e-mail address</source>
        <translation>Name oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>account id</source>
        <translation>Konto-ID</translation>
    </message>
    <message>
        <source>id of an identity</source>
        <translation>ID einer Identität</translation>
    </message>
    <message>
        <source>id of a token or session</source>
        <translation>ID eines Tokens oder einer Sitzung</translation>
    </message>
    <message>
        <source>id of a key</source>
        <translation>ID eines Schlüssels</translation>
    </message>
    <message>
        <source>cloud resource (CRN)</source>
        <translation>Cloud-Ressource (CRN)</translation>
    </message>
    <message>
        <source>other value</source>
        <translation>anderer Wert</translation>
    </message>
    <message>
        <source>Names and e-mail addresses</source>
        <translation>Namen und E-Mail-Adressen</translation>
    </message>
    <message>
        <source>Account ids</source>
        <translation>Konto-IDs</translation>
    </message>
    <message>
        <source>Ids of users, service IDs and profiles</source>
        <translation>IDs von Benutzern, Service-IDs und Profilen</translation>
    </message>
    <message>
        <source>Ids of tokens and sessions</source>
        <translation>IDs von Token und Sitzungen</translation>
    </message>
    <message>
        <source>Ids of keys</source>
        <translation>IDs von Schlüsseln</translation>
    </message>
    <message>
        <source>Cloud resources (CRN)</source>
        <translation>Cloud-Ressourcen (CRN)</translation>
    </message>
    <message>
        <source>All other values that are not known to be harmless</source>
        <translation>Alle anderen Werte, die nicht als harmlos bekannt sind</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n Zeichen</numerusform>
            <numerusform>%n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>alias: kind, length</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %3, in %n place(s)</source>
        <comment>alias: kind, length</comment>
        <translation>
            <numerusform>%1: %2, %3, an %n Stelle</numerusform>
            <numerusform>%1: %2, %3, an %n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::RestoreDialog</name>
    <message>
        <source>Restore profiles</source>
        <translation>Profile wiederherstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles can be restored.</source>
        <translation>
            <numerusform>%n Profil kann wiederhergestellt werden.</numerusform>
            <numerusform>%n Profile können wiederhergestellt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No profile can be read in it.</source>
        <translation>Darin ist kein Profil lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>%n of its profiles are in the list already.</source>
        <translation>
            <numerusform>%n ihrer Profile ist schon in der Liste.</numerusform>
            <numerusform>%n ihrer Profile sind schon in der Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries cannot be used; they stay in the file.</source>
        <translation>
            <numerusform>%n Eintrag ist nicht verwendbar; er bleibt in der Datei.</numerusform>
            <numerusform>%n Einträge sind nicht verwendbar; sie bleiben in der Datei.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is kept, under a name that ends in .restored, and not mentioned again.</source>
        <translation>Die Datei bleibt unter einem Namen, der auf .restored endet, und wird nicht mehr erwähnt.</translation>
    </message>
    <message>
        <source>Profiles that can be restored</source>
        <translation>Profile, die wiederhergestellt werden können</translation>
    </message>
</context>
<context>
    <name>hourpass::SettingRow</name>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
</context>
<context>
    <name>hourpass::SettingsWindow</name>
    <message>
        <source>A change made here sets the damaged file aside and begins with the defaults, for the proxy too.</source>
        <translation>Eine Änderung hier legt die beschädigte Datei beiseite und beginnt mit den Standardwerten, auch für den Proxy.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Start with the session</source>
        <translation>Mit der Sitzung starten</translation>
    </message>
    <message>
        <source>Not available: how this system starts programs at login is not supported.</source>
        <translation>Nicht verfügbar: Wie dieses System Programme bei der Anmeldung startet, wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Show an icon in the tray</source>
        <translation>Symbol im Benachrichtigungsfeld zeigen</translation>
    </message>
    <message>
        <source>It copies tokens from its menu, and shows how long they last.</source>
        <translation>Sein Menü kopiert Token und zeigt, wie lange sie gelten.</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Im Benachrichtigungsfeld bleiben, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Tokens stay in memory then. Without an icon in the tray, closing the window ends Hourpass.</source>
        <translation>Token bleiben dann im Speicher. Ohne Symbol im Benachrichtigungsfeld beendet das Schließen des Fensters Hourpass.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Clear a copied token after</source>
        <translation>Kopiertes Token entfernen nach</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Forget tokens when locked</source>
        <translation>Token beim Sperren vergessen</translation>
    </message>
    <message>
        <source>When the screen is locked, the computer sleeps or you choose Lock in the File menu, the clipboard is always cleared and shown secrets are hidden. With this, tokens are dropped as well; keys stay in the keychain.</source>
        <translation>Wenn der Bildschirm gesperrt wird, der Rechner schläft oder Sie Sperren im Menü Datei wählen, wird die Zwischenablage immer geleert, und gezeigte Geheimnisse werden verborgen. Hiermit werden auch die Token verworfen; Schlüssel bleiben im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Benachrichtigungen zeigen</translation>
    </message>
    <message>
        <source>Of tokens copied from the tray, and of tokens about to end. They name the profile; no token is in them.</source>
        <translation>Über Token, die aus dem Benachrichtigungsfeld kopiert wurden, und über solche, die bald enden. Sie nennen das Profil; kein Token steht darin.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Network settings…</source>
        <translation>Netzwerkeinstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Which proxy to use. By default, the one that the system is set to.</source>
        <translation>Welcher Proxy verwendet wird. Standard ist der im System eingestellte.</translation>
    </message>
    <message>
        <source>In use now: %1</source>
        <translation>Jetzt in Gebrauch: %1</translation>
    </message>
    <message>
        <source>No setting is about &quot;%1&quot;.</source>
        <translation>Keine Einstellung handelt von „%1“.</translation>
    </message>
    <message>
        <source>Starts hidden in the tray when you log in. Where there is no tray, the window opens.</source>
        <translation>Startet verborgen im Benachrichtigungsfeld, wenn Sie sich anmelden. Wo es kein solches Feld gibt, öffnet sich das Fenster.</translation>
    </message>
    <message>
        <source>It is removed at lock and at exit too, and only if it is still on the clipboard. What another program has stored meanwhile cannot be taken back. Holds from the next copy on.</source>
        <translation>Auch beim Sperren und beim Beenden wird es entfernt, und nur, wenn es noch in der Zwischenablage ist. Was ein anderes Programm inzwischen gespeichert hat, lässt sich nicht zurückholen. Gilt ab dem nächsten Kopieren.</translation>
    </message>
    <message>
        <source>Remember fingerprints of tokens between runs</source>
        <translation>Fingerabdrücke von Token über das Beenden hinaus merken</translation>
    </message>
    <message>
        <source>When somebody sends you a token, you can tell when it was copied and from which profile, after a restart too. A file keeps fingerprints, names of profiles and times, and no token. Turned off, the file is deleted and only this run is known.</source>
        <translation>Wenn Ihnen jemand ein Token schickt, können Sie sehen, wann und aus welchem Profil es kopiert wurde, auch nach einem Neustart. Eine Datei enthält Fingerabdrücke, Namen von Profilen und Zeiten, aber kein Token. Ausgeschaltet wird die Datei gelöscht, und nur die Zeit seit dem Start ist bekannt.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes, behind a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Lock after no input for</source>
        <translation>Ohne Eingabe sperren nach</translation>
    </message>
    <message>
        <source>When neither keyboard nor mouse was touched for that long, Hourpass does what it does when the screen is locked.</source>
        <translation>Wenn so lange weder Tastatur noch Maus berührt wurde, tut Hourpass dasselbe wie beim Sperren des Bildschirms.</translation>
    </message>
    <message>
        <source>Not available: this desktop does not tell Hourpass how long nothing was touched.</source>
        <translation>Nicht verfügbar: Dieser Desktop teilt Hourpass nicht mit, wie lange nichts berührt wurde.</translation>
    </message>
</context>
<context>
    <name>hourpass::ShortcutsDialog</name>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation>Von überall</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Copy all shortcuts as text</source>
        <translation>Alle Tastenkürzel als Text kopieren</translation>
    </message>
    <message>
        <source>Global shortcuts: asking the desktop…</source>
        <translation>Globale Tastenkürzel: Der Desktop wird gefragt&#xa0;…</translation>
    </message>
    <message>
        <source>Global shortcuts are not offered by this desktop.</source>
        <translation>Globale Tastenkürzel bietet dieser Desktop nicht an.</translation>
    </message>
    <message>
        <source>Global shortcuts copy the default profile&apos;s token, show the window or inspect the clipboard while another program has the focus. None are set.</source>
        <translation>Globale Tastenkürzel kopieren das Token des Standardprofils, zeigen das Fenster oder untersuchen die Zwischenablage, während ein anderes Programm den Fokus hat. Es sind keine eingerichtet.</translation>
    </message>
    <message>
        <source>Global shortcuts: waiting for your choice in the desktop&apos;s own dialog…</source>
        <translation>Globale Tastenkürzel: Warten auf Ihre Wahl im Dialog des Desktops&#xa0;…</translation>
    </message>
    <message>
        <source>Global shortcuts are set.</source>
        <translation>Globale Tastenkürzel sind eingerichtet.</translation>
    </message>
    <message>
        <source>Global shortcuts are set: %1</source>
        <translation>Globale Tastenkürzel sind eingerichtet: %1</translation>
    </message>
    <message>
        <source>Set global shortcuts…</source>
        <translation>Globale Tastenkürzel einrichten&#xa0;…</translation>
    </message>
    <message>
        <source>To copy a certain profile&apos;s token, let a shortcut in the keyboard settings of your desktop run this command:</source>
        <translation>Um das Token eines bestimmten Profils zu kopieren, lassen Sie ein Tastenkürzel in den Tastatureinstellungen Ihres Desktops diesen Befehl ausführen:</translation>
    </message>
</context>
<context>
    <name>hourpass::ShortcutsModel</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>hourpass::SpanWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 (%2) / %3 UTC</source>
        <comment>local time (offset) / UTC time</comment>
        <translation>%1 (%2) / %3 UTC</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>vor %n Sekunde</numerusform>
            <numerusform>vor %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n Sekunde</numerusform>
            <numerusform>in %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::StartWords</name>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Keeps IBM Cloud API keys in the system keychain and shows the access tokens
that they are traded for. One instance runs; starting again shows its window.</source>
        <translation>Bewahrt API-Schlüssel der IBM Cloud im Schlüsselbund des Systems auf und zeigt die
Zugriffstoken, gegen die sie getauscht werden. Eine Instanz läuft; ein erneuter Start
zeigt ihr Fenster.</translation>
    </message>
    <message>
        <source>start without a window where there is a tray</source>
        <translation>ohne Fenster starten, wo es ein Benachrichtigungsfeld gibt</translation>
    </message>
    <message>
        <source>copy the token of this profile</source>
        <translation>das Token dieses Profils kopieren</translation>
    </message>
    <message>
        <source>end the instance that runs</source>
        <translation>die laufende Instanz beenden</translation>
    </message>
    <message>
        <source>print the version and end</source>
        <translation>die Version ausgeben und enden</translation>
    </message>
    <message>
        <source>print this and end</source>
        <translation>dies ausgeben und enden</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 internal fault, 2 usage, 3 no such profile, 7 the instance that
runs does not answer. For scripts there is hourpass-cli.</source>
        <translation>Rückgabewert: 0 erledigt, 1 interner Fehler, 2 Aufruf, 3 kein solches Profil, 7 die
laufende Instanz antwortet nicht. Für Skripte gibt es hourpass-cli.</translation>
    </message>
    <message>
        <source>There is no profile of this name. hourpass-cli profile list shows those there are.</source>
        <translation>Es gibt kein Profil dieses Namens. hourpass-cli profile list zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>Hourpass runs already and does not answer. Try again; if that does not help, end it and start anew.</source>
        <translation>Hourpass läuft bereits und antwortet nicht. Versuchen Sie es noch einmal; hilft das nicht, beenden Sie es und starten Sie neu.</translation>
    </message>
    <message>
        <source>Hourpass runs already in another version. Quit it and start anew.</source>
        <translation>Hourpass läuft bereits in einer anderen Version. Beenden Sie es und starten Sie neu.</translation>
    </message>
    <message>
        <source>look for tokens in what is on the clipboard</source>
        <translation>im Inhalt der Zwischenablage nach Token suchen</translation>
    </message>
    <message>
        <source>There is an unknown option.</source>
        <translation>Eine Option ist unbekannt.</translation>
    </message>
    <message>
        <source>There is no option --%1.</source>
        <translation>Die Option --%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>There is an argument that is no option. A key is never an argument.</source>
        <translation>Ein Argument ist keine Option. Ein Schlüssel wird nie als Argument übergeben.</translation>
    </message>
    <message>
        <source>The name of the profile is missing.</source>
        <translation>Der Name des Profils fehlt.</translation>
    </message>
    <message>
        <source>There are too many arguments.</source>
        <translation>Es sind zu viele Argumente.</translation>
    </message>
</context>
<context>
    <name>hourpass::TokenCommand</name>
    <message>
        <source>Warning: this computer&apos;s clock and IAM&apos;s do not agree. Check the date and time.</source>
        <translation>Warnung: Die Uhren dieses Computers und von IAM stimmen nicht überein. Prüfen Sie Datum und Uhrzeit.</translation>
    </message>
    <message>
        <source>Warning: IAM issued a token that lives for %1 s only, less than asked for.</source>
        <translation>Warnung: IAM hat ein Token ausgestellt, das nur %1 s gilt, weniger als verlangt.</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>hourpass::TokenFields</name>
    <message>
        <source>not issued</source>
        <translation>nicht ausgestellt</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>Transaction id</source>
        <translation>Transaktions-ID</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Show token</source>
        <translation>Token anzeigen</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>Hide token</source>
        <translation>Token verbergen</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>%1, issued for %2 s</source>
        <extracomment>%1 is the token&apos;s type, %2 a number of seconds</extracomment>
        <translation>%1, ausgestellt für %2 s</translation>
    </message>
    <message>
        <source>Key&apos;s own token ends at</source>
        <translation>Token des Schlüssels endet um</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Names this token in a ticket or a chat without giving it away. Whoever inspects the token sees the same fingerprint.</source>
        <translation>Benennt dieses Token in einem Ticket oder Chat, ohne es preiszugeben. Wer das Token untersucht, sieht denselben Fingerabdruck.</translation>
    </message>
</context>
<context>
    <name>hourpass::TokenPage</name>
    <message>
        <source>No token yet. Getting one sends the key to the endpoint and nowhere else.</source>
        <translation>Noch kein Token. Beim Abrufen wird der Schlüssel an den Endpunkt gesendet und nirgendwohin sonst.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Claims, decoded and not verified</source>
        <translation>Claims, dekodiert und nicht geprüft</translation>
    </message>
    <message>
        <source>Reading the key from the keychain…</source>
        <translation>Der Schlüssel wird aus dem Schlüsselbund gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Anfrage an %1&#xa0;…</translation>
    </message>
    <message>
        <source>This token is not a JWT and cannot be read.</source>
        <translation>Dieses Token ist kein JWT und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Copy in another form</source>
        <translation>In anderer Form kopieren</translation>
    </message>
    <message>
        <source>This token has expired. A copy gets a new one first.</source>
        <translation>Dieses Token ist abgelaufen. Beim Kopieren wird zuerst ein neues abgerufen.</translation>
    </message>
    <message>
        <source>About to expire. A copy renews it first.</source>
        <translation>Läuft bald ab. Beim Kopieren wird es zuerst erneuert.</translation>
    </message>
    <message>
        <source>IBM Cloud&apos;s times for this token do not agree; this computer&apos;s clock may be wrong.</source>
        <translation>Die Zeitangaben von IBM Cloud zu diesem Token widersprechen sich; vielleicht geht die Uhr dieses Computers falsch.</translation>
    </message>
    <message>
        <source>Asking %1, try %2 of %3…</source>
        <translation>%1 wird gefragt, Versuch %2 von %3 …</translation>
    </message>
    <message>
        <source>Asking %1 for the trusted profile&apos;s token…</source>
        <translation>%1 wird nach dem Token des Trusted Profile gefragt&#xa0;…</translation>
    </message>
</context>
<context>
    <name>hourpass::TokenWords</name>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>service ID</source>
        <translation>Service-ID</translation>
    </message>
    <message>
        <source>trusted profile</source>
        <translation>Trusted Profile</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>unknown kind</source>
        <translation>unbekannte Art</translation>
    </message>
    <message>
        <source>by API key</source>
        <translation>per API-Schlüssel</translation>
    </message>
    <message>
        <source>by assuming a trusted profile</source>
        <translation>über ein Trusted Profile</translation>
    </message>
    <message>
        <source>by passcode</source>
        <translation>per Passcode</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>per %1</translation>
    </message>
    <message>
        <source>The token does not say whose it is.</source>
        <translation>Das Token sagt nicht, wem es gehört.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (kind of identity)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>in account %1</source>
        <translation>im Konto %1</translation>
    </message>
    <message>
        <source>really %1</source>
        <translation>tatsächlich %1</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, short</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>minutes, short</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours, short</comment>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 left</source>
        <comment>minutes seconds</comment>
        <translation>noch %1 %2</translation>
    </message>
    <message>
        <source>%1 (%2) · %3 UTC</source>
        <comment>local time (offset) · UTC time</comment>
        <translation>%1 (%2) · %3 UTC</translation>
    </message>
    <message>
        <source>Trying again in %1 s (%2 of %3)</source>
        <translation>Neuer Versuch in %1 s (%2 von %3)</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 fast.</source>
        <translation>Die Uhr dieses Computers geht %1 vor.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 slow.</source>
        <translation>Die Uhr dieses Computers geht %1 nach.</translation>
    </message>
    <message>
        <source>Tokens are counted down in IBM Cloud&apos;s time, so they are right all the same.</source>
        <translation>Die Restzeit der Token richtet sich nach der Zeit von IBM Cloud und stimmt trotzdem.</translation>
    </message>
</context>
<context>
    <name>hourpass::Tray</name>
    <message>
        <source>The desktop&apos;s tray has gone. Hourpass waits for it to come back.</source>
        <translation>Das Benachrichtigungsfeld des Desktops ist verschwunden. Hourpass wartet, bis es wiederkommt.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons. Some need an extension for that, as GNOME does: AppIndicator. Hourpass notices when there is a tray.</source>
        <translation>Dieser Desktop zeigt keine Symbole im Benachrichtigungsfeld. Manche brauchen dafür eine Erweiterung, GNOME etwa AppIndicator. Hourpass bemerkt es, sobald es ein solches Feld gibt.</translation>
    </message>
    <message>
        <source>This desktop shows no tray icons.</source>
        <translation>Dieser Desktop zeigt keine Symbole im Benachrichtigungsfeld.</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <comment>of a token&apos;s life</comment>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes of a token&apos;s life</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours of a token&apos;s life</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>no token yet</source>
        <translation>noch kein Token</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>getting a token</source>
        <translation>Token wird geholt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>profile — how long its token lasts</comment>
        <translation>%1 — %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>no profiles yet</source>
        <translation>noch keine Profile</translation>
    </message>
</context>
<context>
    <name>hourpass::TrayMenu</name>
    <message>
        <source>More</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>No profiles yet</source>
        <translation>Noch keine Profile</translation>
    </message>
    <message>
        <source>Clear clipboard</source>
        <translation>Zwischenablage leeren</translation>
    </message>
    <message>
        <source>Open Hourpass</source>
        <translation>Hourpass öffnen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Inspect clipboard</source>
        <translation>Zwischenablage untersuchen</translation>
    </message>
</context>
<context>
    <name>hourpass::VerdictPanel</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Well-formed</source>
        <translation>Wohlgeformt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Zeitlich gültig</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Adressat</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>A digest that stands for the token: whoever has the same token sees the same one.</source>
        <translation>Ein Hashwert, der für das Token steht: Wer dasselbe Token hat, sieht denselben.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>answer: what it rests on</comment>
        <translation>%1: %2</translation>
    </message>
</context>
</TS>
