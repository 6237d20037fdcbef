<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
    <name>hourpass::InspectWords</name>
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
