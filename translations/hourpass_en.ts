<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>hourpass::ClaimsView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::ComparisonWords</name>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n moved</numerusform>
            <numerusform>%n moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the first</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n only in the first</numerusform>
            <numerusform>%n only in the first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only in the second</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n only in the second</numerusform>
            <numerusform>%n only in the second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <comment>values</comment>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::DoctorCommand</name>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n check failed.</numerusform>
            <numerusform>%n checks failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::DoctorDialog</name>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n check failed.</numerusform>
            <numerusform>%n checks failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::Finding</name>
    <message numerus="yes">
        <source>differs from the server&apos;s clock by %n second(s), which does no harm</source>
        <translation>
            <numerusform>differs from the server&apos;s clock by %n second, which does no harm</numerusform>
            <numerusform>differs from the server&apos;s clock by %n seconds, which does no harm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) without a profile</source>
        <translation>
            <numerusform>%n key without a profile</numerusform>
            <numerusform>%n keys without a profile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::InspectCommand</name>
    <message numerus="yes">
        <source>%n token(s) were not verified.</source>
        <translation>
            <numerusform>%n token was not verified.</numerusform>
            <numerusform>%n tokens were not verified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) are not valid.</source>
        <translation>
            <numerusform>%n token is not valid.</numerusform>
            <numerusform>%n tokens are not valid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Warning: there are %n more of them.</source>
        <translation>
            <numerusform>Warning: there is %n more of them.</numerusform>
            <numerusform>Warning: there are %n more of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::InspectorKeys</name>
    <message numerus="yes">
        <source>%n key(s) of %1, taken for IBM&apos;s.</source>
        <translation>
            <numerusform>%n key of %1, taken for IBM&apos;s.</numerusform>
            <numerusform>%n keys of %1, taken for IBM&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key(s) of %1, your own.</source>
        <translation>
            <numerusform>%n key of %1, your own.</numerusform>
            <numerusform>%n keys of %1, your own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::InspectorPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>the first %n</numerusform>
            <numerusform>the first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report is on the clipboard. %n value(s) were taken out.</source>
        <translation>
            <numerusform>The report is on the clipboard. %n value was taken out.</numerusform>
            <numerusform>The report is on the clipboard. %n values were taken out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::KeyDetailWords</name>
    <message numerus="yes">
        <source>%1, in %n day(s)</source>
        <translation>
            <numerusform>%1, in %n day</numerusform>
            <numerusform>%1, in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The key ends in %n day(s), on %1.</source>
        <translation>
            <numerusform>The key ends in %n day, on %1.</numerusform>
            <numerusform>The key ends in %n days, on %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::MainWindow</name>
    <message numerus="yes">
        <source>%n profiles were restored.</source>
        <translation>
            <numerusform>%n profile was restored.</numerusform>
            <numerusform>%n profiles were restored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::NotificationWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clipboard is cleared in %n second(s).</source>
        <translation>
            <numerusform>The clipboard is cleared in %n second.</numerusform>
            <numerusform>The clipboard is cleared in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::OrphanFlow</name>
    <message numerus="yes">
        <source>The keychain holds %n key(s) without a profile.</source>
        <translation>
            <numerusform>The keychain holds %n key without a profile.</numerusform>
            <numerusform>The keychain holds %n keys without a profile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::ReportWords</name>
    <message numerus="yes">
        <source>Not in this report: %n more token(s).</source>
        <translation>
            <numerusform>Not in this report: %n more token.</numerusform>
            <numerusform>Not in this report: %n more tokens.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n character(s) in all)</source>
        <translation>
            <numerusform>(%n character in all)</numerusform>
            <numerusform>(%n characters in all)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2, %3, in %n place(s)</source>
        <comment>alias: kind, length</comment>
        <translation>
            <numerusform>%1: %2, %3, in %n place</numerusform>
            <numerusform>%1: %2, %3, in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::RestoreDialog</name>
    <message numerus="yes">
        <source>%n profiles can be restored.</source>
        <translation>
            <numerusform>%n profile can be restored.</numerusform>
            <numerusform>%n profiles can be restored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of its profiles are in the list already.</source>
        <translation>
            <numerusform>%n of its profiles is in the list already.</numerusform>
            <numerusform>%n of its profiles are in the list already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries cannot be used; they stay in the file.</source>
        <translation>
            <numerusform>%n entry cannot be used; it stays in the file.</numerusform>
            <numerusform>%n entries cannot be used; they stay in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::SpanWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) ago</source>
        <translation>
            <numerusform>%n second ago</numerusform>
            <numerusform>%n seconds ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::TokenWords</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hourpass::Tray</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
