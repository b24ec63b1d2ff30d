<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_BE" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About WPL Desktop</source>
        <translation>Over WPL Desktop</translation>
    </message>
    <message>
        <source>The log, which holds nothing of what you typed</source>
        <translation>Het logboek, met niets van wat je typte</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versie</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licentie</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>Lettertypes</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minuten</translation>
    </message>
</context>
<context>
    <name>AgendaPage</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>{count} conversations</source>
        <translation>{count} gesprekken</translation>
    </message>
    <message>
        <source>{moment} is free for you and for {student}.</source>
        <translation>{moment} is vrij voor jou en voor {student}.</translation>
    </message>
</context>
<context>
    <name>AgendaPreview</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Prepared by the {student}</source>
        <translation>Voorbereiding door de {student}</translation>
    </message>
    <message>
        <source>Who is usually there</source>
        <translation>Wie er gewoonlijk bij is</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minuten</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>AgendaRow</name>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>AgendaSteps</name>
    <message>
        <source>Choose in the week…</source>
        <translation>Kies in de week…</translation>
    </message>
    <message>
        <source>Another moment…</source>
        <translation>Ander moment…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaats</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Zeg af</translation>
    </message>
    <message>
        <source>Called off. Ctrl+Z takes it back.</source>
        <translation>Afgezegd. Ctrl+Z neemt het terug.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzig</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Choose a conversation to see it here. Drag in an empty place to plan one, or press N.</source>
        <translation>Kies een gesprek om het hier te zien. Sleep op een lege plek om er een te plannen, of druk op N.</translation>
    </message>
    <message>
        <source>Here you see the talks with your {students}, week by week. Begin by adding the first {student}.</source>
        <translation>Hier zie je de gesprekken met je {students}, week na week. Voeg om te beginnen een {student} toe.</translation>
    </message>
    <message>
        <source>Add {student}</source>
        <translation>{Student} toevoegen</translation>
    </message>
    <message>
        <source>Nothing is planned yet. Plan one conversation, or a whole year of them at once; holidays are skipped.</source>
        <translation>Er is nog niets gepland. Plan één gesprek, of een heel jaar ineens; vakanties worden overgeslagen.</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Still to plan ({count})</source>
        <translation>Nog in te plannen ({count})</translation>
    </message>
</context>
<context>
    <name>AgendaWords</name>
    <message>
        <source>{conversation} round {number}</source>
        <extracomment>More names than this are a number.</extracomment>
        <translation>{conversation} ronde {number}</translation>
    </message>
    <message>
        <source>in a series</source>
        <translation>in een reeks</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} tot {end}</translation>
    </message>
    <message>
        <source>{day}, {time}, free</source>
        <translation>{day}, {time}, vrij</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} tot {last}</translation>
    </message>
    <message>
        <source>week {number}</source>
        <translation>week {number}</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>vakantie</translation>
    </message>
    <message>
        <source>at the {institute}</source>
        <translation>op de {institute}</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>weekend</translation>
    </message>
    <message>
        <source>examinations</source>
        <translation>examens</translation>
    </message>
    <message>
        <source>{name}, until {day}</source>
        <translation>{name}, tot en met {day}</translation>
    </message>
    <message>
        <source>{times}, {minutes} minutes</source>
        <translation>{times}, {minutes} minuten</translation>
    </message>
    <message>
        <source>The round is final.</source>
        <translation>De ronde is definitief.</translation>
    </message>
    <message>
        <source>All perspectives are ready.</source>
        <translation>Alle perspectieven zijn klaar.</translation>
    </message>
    <message>
        <source>{conversation}, {minutes} minutes.</source>
        <translation>{conversation}, {minutes} minuten.</translation>
    </message>
    <message>
        <source>{day} did not go ahead ({cause}).</source>
        <translation>{day} ging niet door ({cause}).</translation>
    </message>
    <message>
        <source>The last one was on {day}.</source>
        <translation>Het laatste was op {day}.</translation>
    </message>
    <message>
        <source>There has been none yet.</source>
        <translation>Er was er nog geen.</translation>
    </message>
    <message>
        <source>{person} has another conversation at {time}.</source>
        <translation>{person} heeft om {time} een ander gesprek.</translation>
    </message>
    <message>
        <source>{person} is not {at_workplace} that day.</source>
        <translation>{person} is die dag niet {at_workplace}.</translation>
    </message>
    <message>
        <source>{person} is not {at_workplace} that day: {why}.</source>
        <translation>{person} is die dag niet {at_workplace}: {why}.</translation>
    </message>
    <message>
        <source>You teach then ({lesson}).</source>
        <translation>Je geeft dan les ({lesson}).</translation>
    </message>
    <message>
        <source>You teach then.</source>
        <translation>Je geeft dan les.</translation>
    </message>
    <message>
        <source>Still waiting for: {who}.</source>
        <translation>Wacht nog op: {who}.</translation>
    </message>
    <message>
        <source>Conversations</source>
        <extracomment>Pages kept; further ones are read again.</extracomment>
        <translation>Gesprekken</translation>
    </message>
    <message>
        <source>Month</source>
        <extracomment>So many talks of a day at most are read: there is no room for more on any screen.</extracomment>
        <translation>Maand</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>les</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minuten</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
</context>
<context>
    <name>AgreeSwitch</name>
    <message>
        <source>Agree with</source>
        <translation>Eens met</translation>
    </message>
    <message>
        <source>agree with {who}</source>
        <translation>eens met {who}</translation>
    </message>
</context>
<context>
    <name>AgreedBlock</name>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Agreed level</source>
        <translation>Niveau samen</translation>
    </message>
    <message>
        <source>difference stands</source>
        <translation>verschil blijft staan</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In woorden</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>What made you agree on this?</source>
        <translation>Waarom zijn jullie het hierover eens?</translation>
    </message>
    <message>
        <source>This round is final: you can read it, not change it.</source>
        <translation>Deze ronde is definitief: je kunt ze lezen, niet wijzigen.</translation>
    </message>
    <message>
        <source>Take what is there</source>
        <translation>Neem wat er staat</translation>
    </message>
    <message>
        <source>Keep my text</source>
        <translation>Houd mijn tekst</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gekozen</translation>
    </message>
    <message>
        <source>Where each of you stands, and when you look again</source>
        <translation>Waar ieder staat, en wanneer je opnieuw kijkt</translation>
    </message>
    <message>
        <source>If you like: what you said about it</source>
        <translation>Als je wilt: wat je erover zei</translation>
    </message>
    <message>
        <source>Write down both positions; until then this is not discussed yet.</source>
        <translation>Schrijf beide standpunten op; tot dan telt dit nog niet als besproken.</translation>
    </message>
    <message>
        <source>{agreed} is not kept yet: nobody gave a level. Write down why.</source>
        <translation>{agreed} is nog niet bewaard: niemand gaf een niveau. Schrijf op waarom.</translation>
    </message>
    <message>
        <source>{agreed} is not kept yet: it lies outside what was given ({given}). Write down why.</source>
        <translation>{agreed} is nog niet bewaard: het ligt buiten wat gegeven is ({given}). Schrijf op waarom.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <source>This was changed elsewhere and nothing was overwritten. There now: {there}</source>
        <translation>Dit is elders gewijzigd en er is niets overschreven. Er staat nu: {there}</translation>
    </message>
</context>
<context>
    <name>AgreementBoard</name>
    <message>
        <source>What</source>
        <extracomment>The columns that are folded away now: their words go below those of the agreement.</extracomment>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Tegen wanneer</translation>
    </message>
    <message>
        <source>{answer}, chosen</source>
        <translation>{answer}, gekozen</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>The answer that an agreement has been given already. Two digits and one of the longest names of months.</extracomment>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Loopt door</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Losgelaten</translation>
    </message>
    <message>
        <source>Before today</source>
        <translation>Vóór vandaag</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Deze week</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Zonder datum</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Afgehandeld</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>for {student}</source>
        <translation>voor {student}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>tegen {day}</translation>
    </message>
</context>
<context>
    <name>AgreementDetails</name>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>by</source>
        <translation>tegen</translation>
    </message>
    <message>
        <source>With a date</source>
        <translation>Met een datum</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Tegen wanneer</translation>
    </message>
</context>
<context>
    <name>AgreementDialog</name>
    <message>
        <source>Goes on until</source>
        <translation>Loopt door tot</translation>
    </message>
    <message>
        <source>Change agreement</source>
        <translation>Wijzig afspraak</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Wat is afgesproken</translation>
    </message>
    <message>
        <source>With a date</source>
        <translation>Met een datum</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Tegen wanneer</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Loopt door</translation>
    </message>
</context>
<context>
    <name>AgreementForm</name>
    <message>
        <source>New agreement</source>
        <translation>Nieuwe afspraak</translation>
    </message>
    <message>
        <source>Who, what, by when</source>
        <translation>Wie, wat, tegen wanneer</translation>
    </message>
</context>
<context>
    <name>AgreementRowLine</name>
    <message>
        <source>by {day}</source>
        <translation>tegen {day}</translation>
    </message>
    <message>
        <source>{who}, let go</source>
        <translation>{who}, losgelaten</translation>
    </message>
    <message>
        <source>{who}, done</source>
        <translation>{who}, gedaan</translation>
    </message>
    <message>
        <source>Done: {agreement}</source>
        <translation>Gedaan: {agreement}</translation>
    </message>
</context>
<context>
    <name>AgreementsPage</name>
    <message>
        <source>By date</source>
        <translation>Op datum</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>Per persoon</translation>
    </message>
    <message>
        <source>How the agreements are arranged</source>
        <translation>Hoe de afspraken gerangschikt zijn</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Who is asked</source>
        <translation>Aan wie iets gevraagd is</translation>
    </message>
    <message>
        <source>Settled too</source>
        <translation>Ook afgehandelde</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>What you agree in a conversation comes here: who does what by when, of every {student}. Plan a conversation and write down at its end what you agree.</source>
        <translation>Hier komt wat je in een gesprek afspreekt: wie doet wat tegen wanneer, van elke {student}. Plan een gesprek en noteer op het einde wat jullie afspreken.</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>No agreement is open.</source>
        <translation>Er staat geen afspraak open.</translation>
    </message>
    <message>
        <source>Show settled ones</source>
        <translation>Toon afgehandelde</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Wis filter</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kiezen</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>antwoorden</translation>
    </message>
    <message>
        <source>open conversation</source>
        <translation>gesprek openen</translation>
    </message>
    <message>
        <source>change</source>
        <translation>wijzigen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzig…</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Open gesprek</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Niets gevonden voor “{text}”.</translation>
    </message>
    <message>
        <source>Filter by words, {student} or who is asked</source>
        <translation>Filter op woorden, {student} of wie het doet</translation>
    </message>
    <message>
        <source>Filter the agreements</source>
        <translation>Filter de afspraken</translation>
    </message>
</context>
<context>
    <name>AllReports</name>
    <message>
        <source>{number} of {total} reports</source>
        <extracomment>A final report that was written for the first time: the document and its bytes.</extracomment>
        <translation>{number} van {total} verslagen</translation>
    </message>
    <message>
        <source>Writing stopped: one report could not be made. What was written before it is complete.</source>
        <translation>Gestopt: een verslag kon niet gemaakt worden. Wat daarvoor gemaakt is, is volledig.</translation>
    </message>
    <message>
        <source>Stopped. {written}</source>
        <translation>Gestopt. {written}</translation>
    </message>
    <message>
        <source>{count} of {total} reports are written.</source>
        <translation>{count} van {total} verslagen gemaakt.</translation>
    </message>
</context>
<context>
    <name>AllStudentsDialog</name>
    <message>
        <source>All {students}</source>
        <translation>Alle {students}</translation>
    </message>
    <message>
        <source>All {total} {students} have this report.</source>
        <translation>Alle {total} {students} hebben dit verslag.</translation>
    </message>
    <message>
        <source>{count} of {total} {students} have this report. The others are listed afterwards.</source>
        <translation>{count} van {total} {students} hebben dit verslag. De anderen staan achteraf in een lijst.</translation>
    </message>
    <message>
        <source>A PDF for each {student}</source>
        <translation>Een PDF per {student}</translation>
    </message>
    <message>
        <source>In a folder that you choose. File names hold no names.</source>
        <translation>In een map die je kiest. In de bestandsnaam staat geen naam.</translation>
    </message>
    <message>
        <source>One PDF, to print in one go</source>
        <translation>Eén PDF, om in één keer af te drukken</translation>
    </message>
    <message>
        <source>Every report begins on a sheet of its own, also when you print on both sides.</source>
        <translation>Elk verslag begint op een eigen blad, ook als je dubbelzijdig afdrukt.</translation>
    </message>
    <message>
        <source>In which form</source>
        <translation>In welke vorm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Kies map…</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Kies bestand…</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Back-ups</source>
        <translation>Back-ups</translation>
    </message>
    <message>
        <source>They lie on this computer, encrypted, in</source>
        <translation>Ze staan versleuteld op deze computer, in</translation>
    </message>
    <message>
        <source>Make a back-up now</source>
        <translation>Maak nu een back-up</translation>
    </message>
    <message>
        <source>Save a back-up elsewhere…</source>
        <translation>Bewaar een back-up elders…</translation>
    </message>
    <message>
        <source>One is made whenever the program locks or closes. The last one of each day stays for {days} days, the last one of each week for {weeks} weeks.</source>
        <translation>Er komt er één bij elke keer dat het programma vergrendelt of sluit. De laatste van elke dag blijft {days} dagen, de laatste van elke week {weeks} weken.</translation>
    </message>
    <message>
        <source>Saved and checked: {file}. It opens with the passphrase of now.</source>
        <translation>Bewaard en nagekeken: {file}. Deze back-up opent met de wachtwoordzin van nu.</translation>
    </message>
    <message>
        <source>The back-up is made and checked.</source>
        <translation>De back-up is gemaakt en nagekeken.</translation>
    </message>
    <message>
        <source>Save a back-up</source>
        <translation>Bewaar een back-up</translation>
    </message>
    <message>
        <source>Back-ups of WPL Desktop (*.wplbackup)</source>
        <translation>Back-ups van WPL Desktop (*.wplbackup)</translation>
    </message>
    <message>
        <source>Making a back-up…</source>
        <translation>Back-up wordt gemaakt…</translation>
    </message>
    <message>
        <source>No back-up could be made. Everything you typed is kept in the program.</source>
        <translation>Er kon geen back-up worden gemaakt. Alles wat je typte, is bewaard in het programma.</translation>
    </message>
    <message>
        <source>There is no back-up yet.</source>
        <translation>Er is nog geen back-up.</translation>
    </message>
    <message>
        <source>Last back-up {when}</source>
        <translation>Laatste back-up {when}</translation>
    </message>
</context>
<context>
    <name>BeginStep</name>
    <message>
        <source>Welcome. What do you want to begin with?</source>
        <translation>Welkom. Waarmee wil je beginnen?</translation>
    </message>
    <message>
        <source>Make a new profile</source>
        <translation>Een nieuw profiel maken</translation>
    </message>
    <message>
        <source>For your own students. You choose a passphrase and print a recovery sheet.</source>
        <translation>Voor je eigen studenten. Je kiest een wachtwoordzin en drukt een herstelblad af.</translation>
    </message>
    <message>
        <source>Look at the demo year first</source>
        <translation>Eerst het demojaar bekijken</translation>
    </message>
    <message>
        <source>Made-up students in a school year. There is nothing to set up.</source>
        <translation>Verzonnen studenten in een schooljaar. Er is niets in te stellen.</translation>
    </message>
    <message>
        <source>Put a back-up back</source>
        <translation>Een back-up terugzetten</translation>
    </message>
    <message>
        <source>From another computer or from a USB stick of the school.</source>
        <translation>Van een andere computer of van een usb-stick van de school.</translation>
    </message>
    <message>
        <source>What to begin with</source>
        <translation>Waarmee je begint</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Words of your workplace</source>
        <translation>Woorden van je werkplek</translation>
    </message>
    <message>
        <source>You then see: {words}.</source>
        <translation>Je ziet dan: {words}.</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>What you delete stays here for {days} days. After that it is gone for good.</source>
        <translation>Wat je verwijdert, blijft hier {days} dagen. Daarna is het voorgoed weg.</translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Maak de prullenbak leeg…</translation>
    </message>
    <message>
        <source>The bin is empty. A conversation, an agreement, a round or a {student} that you delete stays here for {days} days and can be put back with one press.</source>
        <translation>De prullenbak is leeg. Een gesprek, een afspraak, een ronde of een {student} die je verwijdert, blijft hier {days} dagen. Met één klik zet je het terug.</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Prullenbak</translation>
    </message>
    <message>
        <source>Everything in the bin</source>
        <translation>Alles in de prullenbak</translation>
    </message>
</context>
<context>
    <name>BinRow</name>
    <message>
        <source>Put back</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>Remove for good: {what}</source>
        <translation>Verwijder voorgoed: {what}</translation>
    </message>
    <message>
        <source>deleted {day}</source>
        <translation>verwijderd {day}</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>laatste dag</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>nog {days} dagen</translation>
    </message>
    <message>
        <source>Put back: {what}</source>
        <translation>Zet terug: {what}</translation>
    </message>
</context>
<context>
    <name>BinSection</name>
    <message>
        <source>Bin</source>
        <translation>Prullenbak</translation>
    </message>
    <message>
        <source>What you deleted in the last 30 days can be put back.</source>
        <translation>Wat je de laatste 30 dagen verwijderde, kun je terugzetten.</translation>
    </message>
    <message>
        <source>Open the bin</source>
        <translation>Open de prullenbak</translation>
    </message>
</context>
<context>
    <name>BlockRow</name>
    <message>
        <source>Name of the block</source>
        <translation>Naam van het blok</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Remove this block</source>
        <translation>Haal dit blok weg</translation>
    </message>
</context>
<context>
    <name>BlocksEditor</name>
    <message>
        <source>Add block</source>
        <translation>Blok toevoegen</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Waiting for somebody</source>
        <translation>Wacht op iemand</translation>
    </message>
    <message>
        <source>Which {students}</source>
        <translation>Welke {students}</translation>
    </message>
    <message>
        <source>Check a code…</source>
        <translation>Controleer een code…</translation>
    </message>
    <message>
        <source>Open a round…</source>
        <translation>Ronde openen…</translation>
    </message>
    <message>
        <source>Rounds by {student}</source>
        <translation>Rondes per {student}</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>open round</source>
        <translation>open ronde</translation>
    </message>
    <message>
        <source>Shift ↓, Ctrl A</source>
        <translation>Shift ↓, Ctrl A</translation>
    </message>
    <message>
        <source>choose several</source>
        <translation>kies er meer</translation>
    </message>
    <message>
        <source>Here you see every {student} with their rounds, and who still has to get ready. Begin by adding the first one.</source>
        <translation>Hier zie je elke {student} met de rondes, en wie nog klaar moet komen. Begin met de eerste toe te voegen.</translation>
    </message>
    <message>
        <source>Add {student}</source>
        <translation>{Student} toevoegen</translation>
    </message>
    <message>
        <source>In a round everybody looks at the same criteria, each apart first; then you put the views side by side. Choose below for whom, and open the first round.</source>
        <translation>In een ronde kijkt iedereen naar dezelfde criteria, eerst elk apart; daarna leg je alles naast elkaar. Kies hieronder voor wie, en open de eerste ronde.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Wis filter</translation>
    </message>
    <message>
        <source>No round waits for anybody.</source>
        <translation>Geen enkele ronde wacht op iemand.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Toon alle</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Evaluaties</translation>
    </message>
    <message>
        <source>Open a round for {count}…</source>
        <translation>Ronde openen voor {count}…</translation>
    </message>
    <message>
        <source>Filter by name, {class_word} or {mentor}</source>
        <translation>Filter op naam, {class_word} of {mentor}</translation>
    </message>
    <message>
        <source>Filter the {students}</source>
        <translation>Filter de {students}</translation>
    </message>
    <message>
        <source>Nobody found for “{text}”.</source>
        <translation>Niemand gevonden voor “{text}”.</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>Round {number}</source>
        <translation>Ronde {number}</translation>
    </message>
    <message>
        <source>final v{edition}</source>
        <translation>definitief v{edition}</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>naast elkaar</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>{ready} of {all} ready</source>
        <translation>{ready} van {all} klaar</translation>
    </message>
    <message>
        <source>{day}, {agreed} of {all} together</source>
        <translation>{day}, {agreed} van {all} samen</translation>
    </message>
    <message>
        <source>ready by {day}</source>
        <translation>klaar tegen {day}</translation>
    </message>
    <message>
        <source>no round yet</source>
        <translation>nog geen ronde</translation>
    </message>
    <message>
        <source>{name}: you evaluate together on {day}, and there is no round yet.</source>
        <translation>{name}: jullie evalueren samen op {day}, en er is nog geen ronde.</translation>
    </message>
    <message>
        <source>{name}, round {number}: talk on {day}. Not ready yet: {who}.</source>
        <translation>{name}, ronde {number}: gesprek op {day}. Nog niet klaar: {who}.</translation>
    </message>
    <message>
        <source>{name}: {criteria} stands at 1 together since round {number}, and you have not talked since. Plan a conversation?</source>
        <translation>{name}: {criteria} staat sinds ronde {number} samen op 1, en daarna was er geen gesprek. Gesprek plannen?</translation>
    </message>
    <message>
        <source>{name}: {count} conversations did not take place this school year ({causes}). That belongs with {criterion}, conditions at the workplace.</source>
        <translation>{name}: {count} gesprekken gingen dit schooljaar niet door ({causes}). Dat hoort bij {criterion}, voorwaarden op de werkplek.</translation>
    </message>
    <message>
        <source>Open round</source>
        <translation>Open ronde</translation>
    </message>
    <message>
        <source>Look at round</source>
        <translation>Bekijk ronde</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Open sheet</source>
        <translation>Open blad</translation>
    </message>
    <message>
        <source>{who} not ready yet</source>
        <translation>{who} nog niet klaar</translation>
    </message>
    <message>
        <source>{who} ready, with the conditions too</source>
        <translation>{who} klaar, ook met de voorwaarden</translation>
    </message>
    <message>
        <source>{who} ready</source>
        <translation>{who} klaar</translation>
    </message>
    <message>
        <source>{number} because of the workplace</source>
        <translation>{number} door de werkplek</translation>
    </message>
    <message>
        <source>{number} because of the {student}</source>
        <translation>{number} door de {student}</translation>
    </message>
    <message>
        <source>{number} for another reason</source>
        <translation>{number} om een andere reden</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} en {last}</translation>
    </message>
</context>
<context>
    <name>BoundsDialog</name>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>First and last day: {calendar}</source>
        <translation>Eerste en laatste dag: {calendar}</translation>
    </message>
</context>
<context>
    <name>CalendarCard</name>
    <message>
        <source>Change the first and last day: {calendar}</source>
        <translation>Eerste en laatste dag wijzigen: {calendar}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Calendar: {calendar}</source>
        <translation>Kalender: {calendar}</translation>
    </message>
    <message>
        <source>Add days</source>
        <translation>Dagen toevoegen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Add days: {calendar}</source>
        <translation>Dagen toevoegen: {calendar}</translation>
    </message>
    <message>
        <source>Delete from: {calendar}</source>
        <translation>Verwijder uit: {calendar}</translation>
    </message>
    <message>
        <source>No days yet. Add holidays and free days: no conversations are proposed on them.</source>
        <translation>Nog geen dagen. Voeg vakanties en vrije dagen toe: dan worden er geen gesprekken voorgesteld.</translation>
    </message>
    <message>
        <source>No days yet. Add examinations and return days: then the agenda knows when a {student} is not {at_workplace}.</source>
        <translation>Nog geen dagen. Voeg examens en terugkomdagen toe: dan weet de agenda wanneer een {student} niet {at_workplace} is.</translation>
    </message>
</context>
<context>
    <name>CalendarDialog</name>
    <message>
        <source>Save calendar file</source>
        <extracomment>Of more conversations than this the file is made beside the window: two thousand take a second.</extracomment>
        <translation>Bewaar agendabestand</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Agendabestanden (*.ics)</translation>
    </message>
    <message>
        <source>Calendar file</source>
        <translation>Agendabestand</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Bewaar…</translation>
    </message>
    <message>
        <source>There is no conversation yet that a calendar can hold.</source>
        <translation>Er is nog geen gesprek om in een agenda te zetten.</translation>
    </message>
    <message>
        <source>conversations</source>
        <translation>gesprekken</translation>
    </message>
    <message>
        <source>Which conversations?</source>
        <translation>Welke gesprekken?</translation>
    </message>
    <message>
        <source>With the call names of {students}</source>
        <translation>Met de roepnamen van {students}</translation>
    </message>
    <message>
        <source>Whoever can look into this calendar then reads with whom you speak: everybody you share it with, and the service that keeps it.</source>
        <translation>Wie in die agenda kan kijken, leest dan met wie je spreekt: iedereen met wie je hem deelt, en de dienst die hem bewaart.</translation>
    </message>
    <message>
        <source>With the place</source>
        <translation>Met de plaats</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Warning in the calendar</source>
        <translation>Melding in de agenda</translation>
    </message>
    <message>
        <source>This conversation</source>
        <translation>Dit gesprek</translation>
    </message>
    <message>
        <source>This series</source>
        <translation>Deze reeks</translation>
    </message>
    <message>
        <source>Every conversation of it, also those that were moved</source>
        <translation>Elk gesprek ervan, ook wat verplaatst is</translation>
    </message>
    <message>
        <source>All conversations</source>
        <translation>Alle gesprekken</translation>
    </message>
    <message>
        <source>Of every {student} in this profile</source>
        <translation>Van elke {student} in dit profiel</translation>
    </message>
    <message>
        <source>To your calendar</source>
        <translation>Naar je agenda</translation>
    </message>
    <message>
        <source>The file has the time of each conversation, and of the rest only what you choose here. Take it in again after a change: your calendar then changes what it has and doubles nothing.</source>
        <translation>In het bestand staat het uur van elk gesprek, en van de rest alleen wat je hier kiest. Lees het na een wijziging opnieuw in: je agenda past dan aan wat er staat en zet niets dubbel.</translation>
    </message>
    <message>
        <source>Warning in the calendar, before the conversation</source>
        <translation>Melding in de agenda, voor het gesprek</translation>
    </message>
    <message>
        <source>The file is being made.</source>
        <translation>Het bestand wordt gemaakt.</translation>
    </message>
    <message>
        <source>The file is being made: {done} of {count} conversations</source>
        <translation>Het bestand wordt gemaakt: {done} van {count} gesprekken</translation>
    </message>
    <message>
        <source>Not saved: you may not write there, the disk is full, or the file is open elsewhere. Choose another place.</source>
        <translation>Niet bewaard: je mag daar niet schrijven, de schijf is vol, of het bestand is elders open. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Bewaard: {file}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
</context>
<context>
    <name>CalendarFile</name>
    <message>
        <source>Conversation</source>
        <extracomment>After so many talks one hears how far it is.</extracomment>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Conversation with {names}</source>
        <translation>Gesprek met {names}</translation>
    </message>
</context>
<context>
    <name>ClosingLine</name>
    <message>
        <source>Code on the paper: {code}</source>
        <translation>Code op het papier: {code}</translation>
    </message>
</context>
<context>
    <name>ClosingNote</name>
    <message>
        <source>The back-up is being made. The program then closes by itself.</source>
        <translation>De back-up wordt gemaakt. Daarna sluit het programma vanzelf.</translation>
    </message>
</context>
<context>
    <name>CodeDialog</name>
    <message>
        <source>Check a code</source>
        <translation>Controleer een code</translation>
    </message>
    <message>
        <source>Code on the paper</source>
        <translation>Code op het papier</translation>
    </message>
    <message>
        <source>16 letters and digits, at the bottom of each page. Capitals and dashes do not matter.</source>
        <translation>16 tekens, onderaan elke bladzijde. Hoofdletters en streepjes maken niet uit.</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Open het verslag</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Controleer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Not on the joint screen. Stop it first with F9.</source>
        <translation>Niet op het gezamenlijke scherm. Stop dat eerst met F9.</translation>
    </message>
    <message>
        <source>Round {number}, version {edition}, made final on {day} {time}</source>
        <translation>Ronde {number}, versie {edition}, definitief gemaakt op {day} {time}</translation>
    </message>
    <message>
        <source>This is the version that holds.</source>
        <translation>Dit is de versie die geldt.</translation>
    </message>
    <message>
        <source>This version was opened again: a later one holds or is being made.</source>
        <translation>Deze versie is heropend: een latere geldt of wordt gemaakt.</translation>
    </message>
    <message>
        <source>What was kept of it is intact.</source>
        <translation>Wat ervan bewaard is, is ongeschonden.</translation>
    </message>
    <message>
        <source>What was kept of it is no longer what the paper was made from.</source>
        <translation>Wat ervan bewaard is, is niet meer waarvan het papier gemaakt is.</translation>
    </message>
    <message>
        <source>The round says the same today.</source>
        <translation>De ronde zegt vandaag nog hetzelfde.</translation>
    </message>
    <message>
        <source>The round says something else today.</source>
        <translation>De ronde zegt vandaag iets anders.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Skipped: {name}, round {number}. Nothing has been filled in yet.</source>
        <translation>Overgeslagen: {name}, ronde {number}. Er is nog niets ingevuld.</translation>
    </message>
</context>
<context>
    <name>ContentForm</name>
    <message>
        <source>Words in braces, such as {mentor}, become the word of your own kind of workplace.</source>
        <extracomment>A text or a choice is another one. Something came or went: the form must be made again. The path is where the keyboard goes.</extracomment>
        <translation>Woorden tussen accolades, zoals {mentor}, worden het woord van jouw soort werkplek.</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>This conversation is no longer there. What was deleted stays in the bin for 30 days.</source>
        <translation>Dit gesprek is er niet meer. Wat verwijderd is, blijft 30 dagen in de prullenbak.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>{conversation}, {day}</source>
        <translation>{conversation}, {day}</translation>
    </message>
    <message>
        <source>Something was written here elsewhere too; both texts are kept.</source>
        <translation>Hier was intussen nog iets geschreven; beide teksten zijn bewaard.</translation>
    </message>
    <message>
        <source>{names}: here stands only what {name} takes away.</source>
        <translation>{names}: hier staat alleen wat {name} zelf meeneemt.</translation>
    </message>
    <message>
        <source>Not saved yet. {reason}</source>
        <translation>Nog niet opgeslagen. {reason}</translation>
    </message>
</context>
<context>
    <name>ConversationsTab</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Met wie</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gesprekken</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verplaatsen</translation>
    </message>
    <message>
        <source>Shift F10</source>
        <translation>Shift F10</translation>
    </message>
    <message>
        <source>what else can be done</source>
        <translation>wat er nog kan</translation>
    </message>
    <message>
        <source>Every conversation comes here, with what was noted and agreed. Begin by planning the first one.</source>
        <translation>Hier komt elk gesprek, met wat je noteerde en afsprak. Begin met het eerste te plannen.</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>It took place…</source>
        <translation>Ging door…</translation>
    </message>
    <message>
        <source>Did not go ahead…</source>
        <translation>Niet doorgegaan…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verplaats…</translation>
    </message>
    <message>
        <source>New date…</source>
        <translation>Nieuwe datum…</translation>
    </message>
    <message>
        <source>Show in the agenda</source>
        <translation>Toon in de agenda</translation>
    </message>
    <message>
        <source>you</source>
        <translation>jij</translation>
    </message>
    <message>
        <source>{time}, {minutes} min</source>
        <translation>{time}, {minutes} min</translation>
    </message>
    <message>
        <source>not held: {cause}</source>
        <translation>niet doorgegaan: {cause}</translation>
    </message>
    <message>
        <source>not noted yet</source>
        <translation>nog niet genoteerd</translation>
    </message>
    <message>
        <source>new date: {day}</source>
        <translation>nieuwe datum: {day}</translation>
    </message>
    <message>
        <source>1 agreement</source>
        <translation>1 afspraak</translation>
    </message>
    <message>
        <source>{count} agreements</source>
        <translation>{count} afspraken</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul aan</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Bereid voor</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijk</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy as text</source>
        <translation>Kopieer als tekst</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>Het hele verslag</translation>
    </message>
</context>
<context>
    <name>Criteria</name>
    <message>
        <source>version {edition}</source>
        <translation>versie {edition}</translation>
    </message>
    <message>
        <source>{count} levels</source>
        <translation>{count} niveaus</translation>
    </message>
    <message>
        <source>in use for 1 {student}</source>
        <translation>in gebruik bij 1 {student}</translation>
    </message>
    <message>
        <source>in use for {count} {students}</source>
        <translation>in gebruik bij {count} {students}</translation>
    </message>
    <message>
        <source>{count} closed</source>
        <translation>{count} afgesloten</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>niet in gebruik</translation>
    </message>
    <message>
        <source>Mostly the {student}</source>
        <translation>Vooral de {student}</translation>
    </message>
    <message>
        <source>Mostly the {workplace}</source>
        <translation>Vooral de {workplace}</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Gedeeld</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Allebei</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Doet dit voor het eerst</translation>
    </message>
    <message>
        <source>Wants to know more</source>
        <translation>Wil meer weten</translation>
    </message>
    <message>
        <source>Before a conversation</source>
        <translation>Heeft straks een gesprek</translation>
    </message>
    <message>
        <source>It does not go well</source>
        <translation>Het loopt vast</translation>
    </message>
    <message>
        <source>Something changes</source>
        <translation>Er verandert iets</translation>
    </message>
    <message>
        <source>Name and levels</source>
        <translation>Naam en niveaus</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>zonder naam</translation>
    </message>
    <message>
        <source>{whose}, level {level}</source>
        <translation>{whose}, niveau {level}</translation>
    </message>
    <message>
        <source>{whose}, indicator {number}</source>
        <translation>{whose}, indicator {number}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>Reading hint</source>
        <translation>Leeswijzer</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Vraag {number}</translation>
    </message>
    <message>
        <source>Tip {number}</source>
        <translation>Tip {number}</translation>
    </message>
    <message>
        <source>May be expected now</source>
        <translation>Mag je nu verwachten</translation>
    </message>
    <message>
        <source>Here belongs a group between { and } with: {names}.</source>
        <translation>Hier hoort een groep tussen { en } met: {names}.</translation>
    </message>
    <message>
        <source>Here belongs a list in [square brackets].</source>
        <translation>Hier hoort een lijst tussen [vierkante haken].</translation>
    </message>
    <message>
        <source>Here belongs a text in quotes.</source>
        <translation>Hier hoort een tekst tussen aanhalingstekens.</translation>
    </message>
    <message>
        <source>Here belongs a whole number.</source>
        <translation>Hier hoort een heel getal.</translation>
    </message>
    <message>
        <source>Here “{name}” is missing.</source>
        <translation>Hier ontbreekt ‘{name}’.</translation>
    </message>
    <message>
        <source>“{name}” is not known here. Known are: {names}.</source>
        <translation>‘{name}’ is hier niet bekend. Wel bekend: {names}.</translation>
    </message>
    <message>
        <source>Here belongs one of: {choices}.</source>
        <translation>Hier hoort een van deze: {choices}.</translation>
    </message>
    <message>
        <source>Fill in this text.</source>
        <translation>Vul deze tekst in.</translation>
    </message>
    <message>
        <source>This text has at most {most} characters.</source>
        <translation>Deze tekst heeft hoogstens {most} tekens.</translation>
    </message>
    <message>
        <source>{count} words: the paper form has room for {most} or fewer.</source>
        <translation>{count} woorden: op het papieren formulier passen er {most}.</translation>
    </message>
    <message>
        <source>There is a sign in this text that cannot be seen. Type the text again.</source>
        <translation>In deze tekst staat een teken dat je niet ziet. Typ de tekst opnieuw.</translation>
    </message>
    <message>
        <source>“{found}” is not one of the words that may stand in braces here.</source>
        <translation>‘{found}’ is geen woord dat hier tussen accolades mag staan.</translation>
    </message>
    <message>
        <source>At least {fewest} is needed here.</source>
        <translation>Hier is er minstens {fewest} nodig.</translation>
    </message>
    <message>
        <source>There is room for {most} here.</source>
        <translation>Hier is plaats voor {most}.</translation>
    </message>
    <message>
        <source>A scale has {fewest} to {most} levels.</source>
        <translation>Een schaal heeft {fewest} tot {most} niveaus.</translation>
    </message>
    <message>
        <source>Both parts have the same number of levels: {wanted}.</source>
        <translation>Beide aandelen hebben evenveel niveaus: {wanted}.</translation>
    </message>
    <message>
        <source>Here belong {wanted} texts, one for each level.</source>
        <translation>Hier horen {wanted} teksten, één per niveau.</translation>
    </message>
    <message>
        <source>This is level {wanted}: levels count up from 1.</source>
        <translation>Dit is niveau {wanted}: niveaus tellen op vanaf 1.</translation>
    </message>
    <message>
        <source>Choose a level from 1 to {most}.</source>
        <translation>Kies een niveau van 1 tot {most}.</translation>
    </message>
    <message>
        <source>A criterion is called C with a number: C1, C2 and so on.</source>
        <translation>Een criterium heet C met een nummer: C1, C2 enzovoort.</translation>
    </message>
    <message>
        <source>“{what}” is there already; each has its own.</source>
        <translation>‘{what}’ staat er al; elk heeft een eigen naam.</translation>
    </message>
    <message>
        <source>Here belong small letters, digits, - and _ only.</source>
        <translation>Hier horen alleen kleine letters, getallen, - en _.</translation>
    </message>
    <message>
        <source>A version is named with letters and digits, such as 2.0.</source>
        <translation>Een versie krijgt een naam van letters en getallen, zoals 2.0.</translation>
    </message>
    <message>
        <source>The file is larger than {most} MB: this is no set of criteria.</source>
        <translation>Het bestand is groter dan {most} MB: dit zijn geen criteria.</translation>
    </message>
    <message>
        <source>Here is no readable text: the file is not UTF-8.</source>
        <translation>Hier staat geen leesbare tekst: het bestand is geen UTF-8.</translation>
    </message>
    <message>
        <source>Here belongs “format”: “{format}”. This is something else.</source>
        <translation>Hier hoort ‘format’: ‘{format}’. Dit is iets anders.</translation>
    </message>
    <message>
        <source>Here belongs “format_version”: {version}.</source>
        <translation>Hier hoort ‘format_version’: {version}.</translation>
    </message>
    <message>
        <source>The file was made by a newer version of WPL Desktop. Install that one to read it.</source>
        <translation>Dit bestand is gemaakt met een nieuwere versie van WPL Desktop. Installeer die om het te lezen.</translation>
    </message>
    <message>
        <source>The file has more than {most} values.</source>
        <translation>Het bestand heeft meer dan {most} waarden.</translation>
    </message>
    <message>
        <source>The groups stand more than {most} deep in each other.</source>
        <translation>De groepen staan meer dan {most} diep in elkaar.</translation>
    </message>
    <message>
        <source>This number is too long.</source>
        <translation>Dit getal is te lang.</translation>
    </message>
    <message>
        <source>“{name}” stands here for the second time.</source>
        <translation>‘{name}’ staat hier voor de tweede keer.</translation>
    </message>
    <message>
        <source>Here belongs a text that is closed with a quote on this line.</source>
        <translation>Hier hoort een tekst die op deze regel met een aanhalingsteken eindigt.</translation>
    </message>
    <message>
        <source>Here belongs a text, a number, a list or a group.</source>
        <translation>Hier hoort een tekst, een getal, een lijst of een groep.</translation>
    </message>
    <message>
        <source>Here belongs a name in quotes.</source>
        <translation>Hier hoort een naam tussen aanhalingstekens.</translation>
    </message>
    <message>
        <source>Here belongs “{sign}”.</source>
        <translation>Hier hoort ‘{sign}’.</translation>
    </message>
    <message>
        <source>Here belongs “{first}” or “{last}”.</source>
        <translation>Hier hoort ‘{first}’ of ‘{last}’.</translation>
    </message>
    <message>
        <source>Here the file should end.</source>
        <translation>Hier hoort het bestand op te houden.</translation>
    </message>
    <message>
        <source>Line {line}: {what} Nothing was changed.</source>
        <translation>Regel {line}: {what} Er is niets veranderd.</translation>
    </message>
</context>
<context>
    <name>CriteriaFrame</name>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Taal van de teksten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteer…</translation>
    </message>
    <message>
        <source>Give to new {students}</source>
        <translation>Geef aan nieuwe {students}</translation>
    </message>
    <message>
        <source>Make a new version</source>
        <translation>Maak een nieuwe versie</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>Gooi weg…</translation>
    </message>
    <message>
        <source>Put into use…</source>
        <translation>Neem in gebruik…</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Ontwerp</translation>
    </message>
    <message>
        <source>{count} criteria</source>
        <translation>{count} criteria</translation>
    </message>
    <message>
        <source>for new {students}</source>
        <translation>voor nieuwe {students}</translation>
    </message>
    <message>
        <source>This version stays as it is. Whoever started with it keeps it until the trajectory closes.</source>
        <translation>Deze versie staat vast. Wie ermee begon, houdt haar tot het traject sluit.</translation>
    </message>
    <message>
        <source>This version stays as it is. Make a new version to change something.</source>
        <translation>Deze versie staat vast. Maak een nieuwe versie als je iets wilt veranderen.</translation>
    </message>
    <message>
        <source>Still to fill in: {count}</source>
        <translation>Nog aan te vullen: {count}</translation>
    </message>
    <message>
        <source>Complete. Nothing changes for anybody until you put it into use.</source>
        <translation>Volledig. Er verandert voor niemand iets tot je het in gebruik neemt.</translation>
    </message>
</context>
<context>
    <name>CriteriaList</name>
    <message>
        <source>together</source>
        <translation>samen</translation>
    </message>
</context>
<context>
    <name>CriteriaPage</name>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>Dit ontwerp weggooien?</translation>
    </message>
    <message>
        <source>All texts of this draft go, also those you changed. Versions in use stay as they are.</source>
        <translation>Alle teksten van dit ontwerp gaan weg, ook wat je veranderd hebt. Versies in gebruik blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Gooi weg</translation>
    </message>
    <message>
        <source>Remove level {level}?</source>
        <translation>Niveau {level} weghalen?</translation>
    </message>
    <message>
        <source>Its words and its texts in every criterion go: {count} texts in each language. Higher levels move down one place.</source>
        <translation>De naam van dit niveau en de teksten bij elk criterium gaan weg: {count} teksten per taal. Hogere niveaus schuiven één plaats op.</translation>
    </message>
    <message>
        <source>Remove level</source>
        <translation>Haal niveau weg</translation>
    </message>
    <message>
        <source>Remove {criterion}?</source>
        <translation>{criterion} weghalen?</translation>
    </message>
    <message>
        <source>All its texts go from this draft. The criteria after it get the number before theirs.</source>
        <translation>Alle teksten ervan gaan uit dit ontwerp. De criteria erna schuiven een nummer op.</translation>
    </message>
    <message>
        <source>Remove criterion</source>
        <translation>Haal criterium weg</translation>
    </message>
    <message>
        <source>Save the criteria</source>
        <translation>Bewaar de criteria</translation>
    </message>
    <message>
        <source>Take in criteria</source>
        <translation>Criteria importeren</translation>
    </message>
    <message>
        <source>This file cannot be written. Choose another place.</source>
        <translation>Dit bestand kan niet geschreven worden. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Bewaard: {file}</translation>
    </message>
    <message>
        <source>This file cannot be read. Nothing was changed.</source>
        <translation>Dit bestand kan niet gelezen worden. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>Criteria of WPL Desktop ({pattern})</source>
        <translation>Criteria van WPL Desktop ({pattern})</translation>
    </message>
</context>
<context>
    <name>CriteriaSection</name>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>Look at the criteria</source>
        <translation>Bekijk de criteria</translation>
    </message>
    <message>
        <source>{name}, version {edition}</source>
        <translation>{name}, versie {edition}</translation>
    </message>
    <message>
        <source>New {students} get this version. Whoever has begun keeps the version of then.</source>
        <translation>Nieuwe {students} krijgen deze versie. Wie al begon, houdt de versie van toen.</translation>
    </message>
</context>
<context>
    <name>CriteriaSetBox</name>
    <message>
        <source>{name}, version {edition}</source>
        <translation>{name}, versie {edition}</translation>
    </message>
</context>
<context>
    <name>CriterionForm</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Omschrijving</translation>
    </message>
    <message>
        <source>Reading hint, where one could read it upside down (may be empty)</source>
        <translation>Leeswijzer, als je het ook omgekeerd kunt lezen (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Reading hint</source>
        <translation>Leeswijzer</translation>
    </message>
    <message>
        <source>In whose hands</source>
        <translation>In wiens handen</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Waar je naar kijkt</translation>
    </message>
    <message>
        <source>Indicator {number}</source>
        <translation>Indicator {number}</translation>
    </message>
    <message>
        <source>Remove indicator {number}</source>
        <translation>Haal indicator {number} weg</translation>
    </message>
    <message>
        <source>Add an indicator</source>
        <translation>Voeg een indicator toe</translation>
    </message>
    <message>
        <source>Coaching questions</source>
        <translation>Coachvragen</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>Vraag {number}</translation>
    </message>
    <message>
        <source>Remove question {number}</source>
        <translation>Haal vraag {number} weg</translation>
    </message>
    <message>
        <source>Add a question</source>
        <translation>Voeg een vraag toe</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Tips</translation>
    </message>
    <message>
        <source>Tip {number}</source>
        <translation>Tip {number}</translation>
    </message>
    <message>
        <source>Remove tip {number}</source>
        <translation>Haal tip {number} weg</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Add a tip</source>
        <translation>Voeg een tip toe</translation>
    </message>
    <message>
        <source>There is room for {most} here.</source>
        <translation>Hier is plaats voor {most}.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Zet hoger</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Zet lager</translation>
    </message>
    <message>
        <source>Remove this criterion…</source>
        <translation>Haal dit criterium weg…</translation>
    </message>
    <message>
        <source>This is the first one.</source>
        <translation>Dit is het eerste.</translation>
    </message>
    <message>
        <source>This is the last one.</source>
        <translation>Dit is het laatste.</translation>
    </message>
    <message>
        <source>A set has at least one criterion.</source>
        <translation>Er blijft altijd minstens één criterium.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Volgorde</translation>
    </message>
</context>
<context>
    <name>DataTab</name>
    <message>
        <source>Edit details</source>
        <translation>Wijzig gegevens</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Trajectory</source>
        <translation>Traject</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Gegevens</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nog niemand</translation>
    </message>
    <message>
        <source>Close trajectory</source>
        <translation>Sluit traject af</translation>
    </message>
    <message>
        <source>Reopen trajectory</source>
        <translation>Open traject weer</translation>
    </message>
    <message>
        <source>Move {name} to the bin</source>
        <translation>Verplaats {name} naar de prullenbak</translation>
    </message>
    <message>
        <source>{name} goes to the bin with all conversations, agreements, rounds and reports. It can be put back from there for 30 days.</source>
        <translation>{name} gaat naar de prullenbak, met alle gesprekken, afspraken, rondes en verslagen: 30 dagen in de prullenbak, en zolang kun je alles terugzetten.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Prullenbak</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Zoals geschreven</translation>
    </message>
    <message>
        <source>Call name</source>
        <translation>Roepnaam</translation>
    </message>
    <message>
        <source>Sorted under</source>
        <translation>Gesorteerd onder</translation>
    </message>
    <message>
        <source>In another script</source>
        <translation>In ander schrift</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statuut</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Number of the {student}</source>
        <translation>Nummer van de {student}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Andere dagen</translation>
    </message>
    <message>
        <source>Coaching and evaluating</source>
        <translation>Begeleiden en evalueren</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>version {edition}</source>
        <translation>versie {edition}</translation>
    </message>
    <message>
        <source>Privacy notice handed over on</source>
        <translation>Privacytekst overhandigd op</translation>
    </message>
    <message>
        <source>The {student} knows what is kept here, and may see it.</source>
        <translation>De {student} weet wat hier bewaard wordt en mag het inzien.</translation>
    </message>
</context>
<context>
    <name>DaysPreview</name>
    <message>
        <source>Left out</source>
        <translation>Valt weg</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>1 gesprek</translation>
    </message>
    <message>
        <source>{count} conversations</source>
        <translation>{count} gesprekken</translation>
    </message>
    <message>
        <source>{name} already has a conversation then on {days}.</source>
        <translation>{name} heeft dan al een gesprek op {days}.</translation>
    </message>
</context>
<context>
    <name>DemoMark</name>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>Demo: invented people</source>
        <translation>Demo: verzonnen mensen</translation>
    </message>
</context>
<context>
    <name>DemoSection</name>
    <message>
        <source>Demo year</source>
        <translation>Demojaar</translation>
    </message>
    <message>
        <source>Everything in this profile is made up. When you have seen enough, remove it; you can always have the program make it again.</source>
        <translation>Alles in dit profiel is verzonnen. Heb je genoeg gezien? Verwijder het dan. Je kunt het demojaar altijd opnieuw laten maken.</translation>
    </message>
    <message>
        <source>Remove the demo…</source>
        <translation>Verwijder de demo…</translation>
    </message>
    <message>
        <source>Remove the demo</source>
        <translation>Verwijder de demo</translation>
    </message>
    <message>
        <source>Keep the demo</source>
        <translation>Bewaar de demo</translation>
    </message>
    <message>
        <source>The made-up {students}, everything you tried with them and the back-ups go for good. Your other profiles stay as they are.</source>
        <translation>De verzonnen {students}, alles wat je met hen probeerde en de back-ups verdwijnen voorgoed. Je andere profielen blijven zoals ze zijn.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Locked at {time}. What you typed last could not be kept; what was saved is safe.</source>
        <translation>Vergrendeld om {time}. Wat je het laatst typte, kon niet bewaard worden; wat bewaard was, is veilig.</translation>
    </message>
    <message>
        <source>Locked at {time}. The laptop goes back to its owner.</source>
        <translation>Vergrendeld om {time}. De laptop gaat terug naar de eigenaar.</translation>
    </message>
    <message>
        <source>Locked at {time}. What was saved is kept; the form that was open was closed unsaved.</source>
        <translation>Vergrendeld om {time}. Wat bewaard was, is bewaard; het formulier dat openstond, is niet bewaard.</translation>
    </message>
    <message>
        <source>Locked at {time}. Your last note is kept.</source>
        <translation>Vergrendeld om {time}. Je laatste notitie is bewaard.</translation>
    </message>
    <message>
        <source>The back-up was not made</source>
        <translation>De back-up is niet gemaakt</translation>
    </message>
    <message>
        <source>The program could not write it.</source>
        <translation>Het programma kon hem niet wegschrijven.</translation>
    </message>
    <message>
        <source>Everything you typed is kept, but no back-up could be made. {reason}</source>
        <translation>Alles wat je typte is bewaard, maar er kon geen back-up worden gemaakt. {reason}</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>{sign} with reservation because of the conditions at the workplace</source>
        <translation>{sign} onder voorbehoud van de voorwaarden op de werkplek</translation>
    </message>
</context>
<context>
    <name>DoorStatus</name>
    <message>
        <source>Nothing goes over the network</source>
        <translation>Er gaat niets over het netwerk</translation>
    </message>
    <message>
        <source>Encrypted on this computer</source>
        <translation>Versleuteld op deze computer</translation>
    </message>
    <message>
        <source>Nothing is kept yet</source>
        <translation>Er is nog niets bewaard</translation>
    </message>
    <message>
        <source>Making the back-up…</source>
        <translation>Back-up wordt gemaakt…</translation>
    </message>
</context>
<context>
    <name>DueMenu</name>
    <message>
        <source>Until the next conversation ({day})</source>
        <translation>Tot het volgende gesprek ({day})</translation>
    </message>
    <message>
        <source>One more week ({day})</source>
        <translation>Nog een week ({day})</translation>
    </message>
    <message>
        <source>Two more weeks ({day})</source>
        <translation>Nog twee weken ({day})</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Zonder datum</translation>
    </message>
    <message>
        <source>As it was ({day})</source>
        <translation>Zoals het was ({day})</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>Andere dag…</translation>
    </message>
</context>
<context>
    <name>EarlierAgreements</name>
    <message>
        <source>Everything goes on</source>
        <translation>Alles loopt door</translation>
    </message>
    <message>
        <source>All that was not said yet stays open until the next conversation</source>
        <translation>Wat nog niet gezegd is, blijft open tot het volgende gesprek</translation>
    </message>
    <message>
        <source>Nothing was left open.</source>
        <translation>Er stond niets meer open.</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Vorige keer</translation>
    </message>
    <message>
        <source>Still to say: done, goes on or let go?</source>
        <translation>Nog te zeggen: gedaan, loopt door of losgelaten?</translation>
    </message>
</context>
<context>
    <name>EarlierRow</name>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Loopt door</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Losgelaten</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Wat is ervan geworden</translation>
    </message>
    <message>
        <source>Another date</source>
        <translation>Andere datum</translation>
    </message>
    <message>
        <source>What became of: {text}</source>
        <translation>Wat is geworden van: {text}</translation>
    </message>
    <message>
        <source>A later conversation spoke of it too.</source>
        <translation>Ook in een later gesprek kwam dit ter sprake.</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Tegen wanneer</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>the student</source>
        <translation>de student</translation>
    </message>
    <message>
        <source>the workplace</source>
        <translation>de werkplek</translation>
    </message>
    <message>
        <source>the institute</source>
        <translation>de opleiding</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} en {last}</translation>
    </message>
    <message>
        <source>Fill in a name.</source>
        <translation>Vul een naam in.</translation>
    </message>
    <message>
        <source>Write down what was agreed.</source>
        <translation>Schrijf op wat jullie afspraken.</translation>
    </message>
    <message>
        <source>The last day is before the first day.</source>
        <translation>De laatste dag ligt voor de eerste dag.</translation>
    </message>
    <message>
        <source>These days are in the calendar already, from {first} to {last}.</source>
        <translation>Deze dagen staan al in de kalender, van {first} tot {last}.</translation>
    </message>
    <message>
        <source>First choose whose holidays count.</source>
        <translation>Kies eerst welke vakanties gelden.</translation>
    </message>
    <message>
        <source>This period lies outside the trajectory.</source>
        <translation>Deze periode valt buiten het traject.</translation>
    </message>
    <message>
        <source>Choose days from Monday to Sunday.</source>
        <translation>Kies dagen van maandag tot zondag.</translation>
    </message>
    <message>
        <source>A phase is a number from 1 to 9, or empty.</source>
        <translation>Een fase is een getal van 1 tot 9, of leeg.</translation>
    </message>
    <message>
        <source>A conversation lasts 1 to {most} minutes.</source>
        <translation>Een gesprek duurt 1 tot {most} minuten.</translation>
    </message>
    <message>
        <source>This day lies outside the trajectory ({first} to {last}).</source>
        <translation>Deze dag valt buiten het traject ({first} tot {last}).</translation>
    </message>
    <message>
        <source>Choose why the conversation was not held.</source>
        <translation>Kies waarom het gesprek niet doorging.</translation>
    </message>
    <message>
        <source>First say of each open agreement what became of it.</source>
        <translation>Zeg eerst bij elke open afspraak: gedaan, loopt door of losgelaten.</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>Het einde ligt voor het begin.</translation>
    </message>
    <message>
        <source>This conversation was already marked.</source>
        <translation>Dit gesprek was al ingevuld.</translation>
    </message>
    <message>
        <source>Level {level} does not exist here; the levels are 1 to {most}.</source>
        <translation>Niveau {level} bestaat hier niet; de niveaus zijn 1 tot {most}.</translation>
    </message>
    <message>
        <source>“No opportunity” exists on the student&apos;s part only.</source>
        <translation>‘Geen kans gehad’ bestaat alleen bij het aandeel van de student.</translation>
    </message>
    <message>
        <source>A running trajectory keeps its version of the criteria. Choose the new one for a new trajectory.</source>
        <translation>Een lopend traject houdt zijn versie van de criteria. Kies de nieuwe versie bij een nieuw traject.</translation>
    </message>
    <message>
        <source>This trajectory has rounds with its own version of the criteria. Levels are never converted.</source>
        <translation>Dit traject heeft rondes met een eigen versie van de criteria. Niveaus worden nooit omgerekend.</translation>
    </message>
    <message>
        <source>This is no set of criteria. Nothing was kept.</source>
        <translation>Dit zijn geen criteria. Er is niets bewaard.</translation>
    </message>
    <message>
        <source>This version is not complete yet: there are still {count} places to look at.</source>
        <translation>Deze versie is nog niet volledig: er zijn nog {count} plaatsen aan te vullen.</translation>
    </message>
    <message>
        <source>Name the version with letters and digits, such as 2.0; at most 20 characters.</source>
        <translation>Geef de versie een naam met letters en getallen, zoals 2.0; hoogstens 20 tekens.</translation>
    </message>
    <message>
        <source>There is a version {edition} already, and it stays as it is. Choose another name.</source>
        <translation>Er is al een versie {edition}, en die blijft zoals ze is. Kies een andere naam.</translation>
    </message>
    <message>
        <source>There is room for {most} here.</source>
        <translation>Hier is plaats voor {most}.</translation>
    </message>
    <message>
        <source>At least {fewest} is needed here.</source>
        <translation>Hier is er minstens {fewest} nodig.</translation>
    </message>
    <message>
        <source>This lies outside what was given: write down the reason.</source>
        <translation>Dit valt buiten wat gegeven is: schrijf de reden op.</translation>
    </message>
    <message>
        <source>One of the focus criteria does not exist in this set.</source>
        <translation>Een van de gekozen criteria bestaat niet in deze set.</translation>
    </message>
    <message>
        <source>The final round has all criteria.</source>
        <translation>De eindronde heeft alle criteria.</translation>
    </message>
    <message>
        <source>Choose {fewest} to {most} focus criteria, or all of them.</source>
        <translation>Kies {fewest} tot {most} criteria, of allemaal.</translation>
    </message>
    <message>
        <source>Round {number} exists already.</source>
        <translation>Ronde {number} bestaat al.</translation>
    </message>
    <message>
        <source>At least two take part: tick one more.</source>
        <translation>Er doen er minstens twee mee: vink er nog een aan.</translation>
    </message>
    <message>
        <source>This is after the day of the talk.</source>
        <translation>Dit is na de dag van het gesprek.</translation>
    </message>
    <message>
        <source>This day lies outside the trajectory of {names}.</source>
        <translation>Deze dag valt buiten het traject van {names}.</translation>
    </message>
    <message>
        <source>Something was filled in already by {who}, so this one stays in the round.</source>
        <translation>Door {who} is al iets ingevuld; die blijft in de ronde.</translation>
    </message>
    <message>
        <source>This round is final and can no longer be changed.</source>
        <translation>Deze ronde is definitief en kan niet meer veranderen.</translation>
    </message>
    <message>
        <source>This sheet is ready. Open it again to change it.</source>
        <translation>Dit blad is klaar. Open het weer om het te wijzigen.</translation>
    </message>
    <message>
        <source>Somebody else filled in this sheet. It can be seen once the round is put side by side.</source>
        <translation>Iemand anders vulde dit blad in. Je ziet het zodra de blikken naast elkaar liggen.</translation>
    </message>
    <message>
        <source>This day has yet to come. Take the date that stands on the paper.</source>
        <translation>Deze dag moet nog komen. Neem de datum die op het papier staat.</translation>
    </message>
    <message>
        <source>Your own sheet is not ready yet. Mark it ready first.</source>
        <translation>Jouw eigen blad is nog niet klaar. Zet dat eerst op klaar.</translation>
    </message>
    <message>
        <source>Not ready yet: {who}. Wait for them, or write down why you go on without.</source>
        <translation>Nog niet klaar: {who}. Wacht even, of schrijf op waarom je toch verdergaat.</translation>
    </message>
    <message>
        <source>The views have not been put side by side yet.</source>
        <translation>De blikken zijn nog niet naast elkaar gelegd.</translation>
    </message>
    <message>
        <source>The views lie side by side already. A sheet that is ready stays as it is.</source>
        <translation>De bladen liggen al naast elkaar. Een blad dat klaar is, blijft zoals het is.</translation>
    </message>
    <message>
        <source>Your own sheet is yours: you do not hand it over.</source>
        <translation>Je eigen blad is van jou: dat geef je niet door.</translation>
    </message>
    <message>
        <source>What is noted in this conversation is for the coach.</source>
        <translation>Wat in dit gesprek genoteerd is, is voor de coach.</translation>
    </message>
    <message>
        <source>Coach and assessor are apart here, and you are both. Choose to evaluate together, or take out one role.</source>
        <translation>Coach en beoordelaar zijn hier gescheiden, en jij bent allebei. Kies samen evalueren, of haal één rol weg.</translation>
    </message>
    <message>
        <source>The views lie side by side since. Open the sheet again if you want to change it.</source>
        <translation>De blikken liggen intussen naast elkaar. Open het blad opnieuw als je het wilt wijzigen.</translation>
    </message>
    <message>
        <source>Write down the reason.</source>
        <translation>Schrijf de reden op.</translation>
    </message>
    <message>
        <source>This round is not final. Make it final first.</source>
        <translation>Deze ronde is niet definitief. Maak ze eerst definitief.</translation>
    </message>
    <message>
        <source>Somebody else is named in this round. Look at it, and tick that you did.</source>
        <translation>In deze ronde staat de naam van iemand anders. Kijk het na en vink dat aan.</translation>
    </message>
    <message>
        <source>This was signed already. Take that back first.</source>
        <translation>Hier is al getekend. Neem dat eerst terug.</translation>
    </message>
    <message>
        <source>This was done before the round became final, and cannot be taken back any more.</source>
        <translation>Dit gebeurde voor de ronde definitief werd. Je kunt het niet meer ongedaan maken.</translation>
    </message>
    <message>
        <source>Fill in the place.</source>
        <translation>Vul de plaats in.</translation>
    </message>
    <message>
        <source>A code has 16 letters and digits, in four groups.</source>
        <translation>Een code heeft 16 letters en tekens, in vier groepjes.</translation>
    </message>
    <message>
        <source>No report in this profile has this code.</source>
        <translation>Geen verslag in dit profiel heeft deze code.</translation>
    </message>
    <message>
        <source>A phrase is offered for every student: leave out the name {name}.</source>
        <translation>Een zin wordt bij iedereen aangeboden: laat de naam {name} weg.</translation>
    </message>
    <message>
        <source>Write the phrase.</source>
        <translation>Schrijf de zin.</translation>
    </message>
    <message>
        <source>A phrase has at most {most} characters.</source>
        <translation>Een zin heeft hoogstens {most} tekens.</translation>
    </message>
    <message>
        <source>Fill in the student&apos;s response, or tick “no response”.</source>
        <translation>Vul de reactie van de student in, of vink ‘geen reactie’ aan.</translation>
    </message>
    <message>
        <source>A scale has {fewest} to {most} levels.</source>
        <translation>Een schaal heeft {fewest} tot {most} niveaus.</translation>
    </message>
    <message>
        <source>This is not the right passphrase. Try again.</source>
        <translation>Dit is niet de juiste wachtwoordzin. Probeer opnieuw.</translation>
    </message>
    <message>
        <source>This is not the code of the recovery sheet. Check it and try again.</source>
        <translation>Dit is niet de code van het herstelblad. Kijk ze na en probeer opnieuw.</translation>
    </message>
    <message>
        <source>Use at least {fewest} characters: a sentence is easier than a word.</source>
        <translation>Gebruik minstens {fewest} tekens: een zin is makkelijker dan een woord.</translation>
    </message>
    <message>
        <source>Use at least {fewest} characters for the password of the file.</source>
        <translation>Gebruik minstens {fewest} tekens voor het wachtwoord van het bestand.</translation>
    </message>
    <message>
        <source>This password is too long. Use a shorter sentence.</source>
        <translation>Dit wachtwoord is te lang. Neem een kortere zin.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>De twee wachtwoordzinnen zijn niet gelijk.</translation>
    </message>
    <message>
        <source>The passphrase of the demo is published and cannot be changed.</source>
        <translation>De wachtwoordzin van de demo is openbaar en kan niet veranderen.</translation>
    </message>
    <message>
        <source>Confirm that this computer may hold data of students, or ask your school first.</source>
        <translation>Bevestig dat deze computer gegevens van studenten mag bewaren, of vraag het eerst aan je school.</translation>
    </message>
    <message>
        <source>There is already a profile in this folder.</source>
        <translation>In deze map staat al een profiel.</translation>
    </message>
    <message>
        <source>This was changed in another window. Nothing was overwritten; look again and repeat your change.</source>
        <translation>Dit is in een ander venster veranderd. Er is niets overschreven; kijk opnieuw en herhaal je wijziging.</translation>
    </message>
    <message>
        <source>This is still used elsewhere and cannot be removed.</source>
        <translation>Dit wordt nog ergens gebruikt en kan niet weg.</translation>
    </message>
    <message>
        <source>What this belongs to was deleted too. Put that back first.</source>
        <translation>Waar dit bij hoort, is ook verwijderd. Zet dat eerst terug.</translation>
    </message>
    <message>
        <source>Something new stands in its place. Delete that first, or leave this where it is.</source>
        <translation>Er staat iets nieuws op deze plaats. Verwijder dat eerst, of laat dit waar het is.</translation>
    </message>
    <message>
        <source>This is there again already.</source>
        <translation>Dit staat er al terug.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Dit bestaat niet meer.</translation>
    </message>
    <message>
        <source>No student is called “{name}”. There are: {names}.</source>
        <translation>Er is geen student met de naam ‘{name}’. Er zijn: {names}.</translation>
    </message>
    <message>
        <source>{name} has no round {number}. There are: {numbers}.</source>
        <translation>{name} heeft geen ronde {number}. Er zijn: {numbers}.</translation>
    </message>
    <message>
        <source>{name} has no round yet.</source>
        <translation>{name} heeft nog geen ronde.</translation>
    </message>
    <message>
        <source>There are no students in this profile yet.</source>
        <translation>In dit profiel staan nog geen studenten.</translation>
    </message>
    <message>
        <source>There is a demo here already, and it stays as it is. Remove it first: demo --remove.</source>
        <translation>Er is hier al een demo, en die blijft zoals ze is. Verwijder ze eerst: demo --remove.</translation>
    </message>
    <message>
        <source>There is no profile here. Make one first, or name another folder.</source>
        <translation>Hier staat geen profiel. Maak er eerst een, of noem een andere map.</translation>
    </message>
    <message>
        <source>There are several profiles: choose one with --profile ({names}).</source>
        <translation>Er zijn meer profielen: kies er een met --profile ({names}).</translation>
    </message>
    <message>
        <source>A growth plan has at most {most} goals: choose what comes first.</source>
        <translation>Een groeiplan heeft hoogstens {most} doelen: kies wat eerst komt.</translation>
    </message>
    <message>
        <source>This growth plan is closed. Open it again to change it.</source>
        <translation>Dit groeiplan is afgesloten. Open het opnieuw om iets te wijzigen.</translation>
    </message>
    <message>
        <source>There is a growth plan already. Close it before you begin another.</source>
        <translation>Er loopt al een groeiplan. Sluit dat af voor je een ander begint.</translation>
    </message>
    <message>
        <source>First note when the student was told.</source>
        <translation>Noteer eerst wanneer de student het hoorde.</translation>
    </message>
    <message>
        <source>Give the passphrase with --passphrase-file or in WPL_PASSPHRASE.</source>
        <translation>Geef de wachtwoordzin met --passphrase-file of in WPL_PASSPHRASE.</translation>
    </message>
    <message>
        <source>This cannot be done ({code}).</source>
        <translation>Dit kan niet ({code}).</translation>
    </message>
    <message>
        <source>This is not a WPL Desktop profile, or its key does not belong to it. Nothing was changed. Choose another profile, or put a back-up back.</source>
        <translation>Dit is geen profiel van WPL Desktop, of de sleutel hoort er niet bij. Er is niets veranderd. Kies een ander profiel, of zet een back-up terug.</translation>
    </message>
    <message>
        <source>This profile is damaged and was not opened. Nothing was changed; your back-ups are safe. Put a back-up back.</source>
        <translation>Dit profiel is beschadigd en is niet geopend. Er is niets veranderd; je back-ups zijn veilig. Zet een back-up terug.</translation>
    </message>
    <message>
        <source>This profile was made by a newer version of WPL Desktop. Nothing was changed. Install the newer version to open it.</source>
        <translation>Dit profiel is gemaakt met een nieuwere versie van WPL Desktop. Er is niets veranderd. Installeer de nieuwere versie om het te openen.</translation>
    </message>
    <message>
        <source>This profile is already open, in another window or by a command. Nothing was changed. Close it there and try again.</source>
        <translation>Dit profiel is al open, in een ander venster of door een opdracht. Er is niets veranderd. Sluit het daar en probeer opnieuw.</translation>
    </message>
    <message>
        <source>There is no room on the disk, or this folder may not be written. Nothing was lost. Make room or choose another folder, and try again.</source>
        <translation>De schijf is vol, of in deze map mag niet geschreven worden. Er is niets verloren. Maak plaats of kies een andere map, en probeer opnieuw.</translation>
    </message>
    <message>
        <source>This back-up is incomplete or damaged. Your profile was not changed. Choose another back-up.</source>
        <translation>Deze back-up is onvolledig of beschadigd. Je profiel is niet veranderd. Kies een andere back-up.</translation>
    </message>
    <message>
        <source>Something around the program is in the way.</source>
        <translation>Iets buiten het programma zit in de weg.</translation>
    </message>
    <message>
        <source>This was not done</source>
        <translation>Dit is niet gebeurd</translation>
    </message>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Er ging iets mis in het programma</translation>
    </message>
    <message>
        <source>What you did last may not have been done. Everything saved before is safe.

You can go on working. If it happens again, close the program and open it again, and send the details below to whoever helps you. They hold no names and no notes.</source>
        <translation>Wat je net deed, is misschien niet gelukt. Alles wat al bewaard was, is veilig.

Je kunt verder werken. Gebeurt het opnieuw? Sluit het programma en open het weer. Stuur de details hieronder naar wie je helpt. Er staan geen namen en geen notities in.</translation>
    </message>
    <message>
        <source>Fill in until when it repeats.</source>
        <translation>Vul in tot wanneer de reeks loopt.</translation>
    </message>
    <message>
        <source>The last day is before the first conversation.</source>
        <translation>De laatste dag ligt vóór het eerste gesprek.</translation>
    </message>
    <message>
        <source>A series lasts at most two school years, here until {last}.</source>
        <translation>Een reeks duurt hoogstens twee schooljaren, hier tot {last}.</translation>
    </message>
    <message>
        <source>A series has at most {most} conversations. End it earlier.</source>
        <translation>Een reeks heeft hoogstens {most} gesprekken. Laat ze vroeger eindigen.</translation>
    </message>
    <message>
        <source>There is no day on which it can be. Choose other days or a later end.</source>
        <translation>Er is geen dag waarop het kan. Kies andere dagen of een later einde.</translation>
    </message>
    <message>
        <source>Choose at least one day of the week.</source>
        <translation>Kies minstens één weekdag.</translation>
    </message>
    <message>
        <source>This series has a conversation on that day already. Choose another day.</source>
        <translation>Die dag is er al een gesprek van deze reeks. Kies een andere dag.</translation>
    </message>
    <message>
        <source>This conversation was not marked as not held.</source>
        <translation>Dit gesprek staat niet op ‘niet doorgegaan’.</translation>
    </message>
    <message>
        <source>What you noted here while coaching stays with you. Plan another conversation, or take your notes out first.</source>
        <translation>Wat je hier als coach noteerde, blijft bij jou. Plan een ander gesprek, of haal je notities er eerst uit.</translation>
    </message>
</context>
<context>
    <name>EvaluationsTab</name>
    <message>
        <source>Which part</source>
        <translation>Welk deel</translation>
    </message>
    <message>
        <source>Criteria by round</source>
        <translation>Criteria per ronde</translation>
    </message>
    <message>
        <source>Bar below the cell: the level you agreed on together.</source>
        <translation>Streep onder het vak: niveau dat jullie samen afspraken.</translation>
    </message>
    <message>
        <source>Print growth sheet</source>
        <translation>Druk groeiblad af</translation>
    </message>
    <message>
        <source>New round…</source>
        <translation>Nieuwe ronde…</translation>
    </message>
    <message>
        <source>Move the chosen round to the bin</source>
        <translation>Gekozen ronde naar de prullenbak</translation>
    </message>
    <message>
        <source>In a round each looks separately first: {student}, workplace and institute. Here you then see for each criterion where everybody stands.</source>
        <translation>In een ronde kijkt ieder eerst apart: {student}, werkplek en opleiding. Hier zie je daarna per criterium waar ieder staat.</translation>
    </message>
    <message>
        <source>Open a round</source>
        <translation>Open een ronde</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Evaluaties</translation>
    </message>
    <message>
        <source>Move round {number} to the bin</source>
        <translation>Ronde {number} naar de prullenbak</translation>
    </message>
    <message>
        <source>The levels of the others appear when the round is put side by side.</source>
        <translation>De niveaus van de anderen zie je als jullie de ronde naast elkaar leggen.</translation>
    </message>
    <message>
        <source>The difference stands.</source>
        <translation>Het verschil blijft staan.</translation>
    </message>
    <message>
        <source>No round has been put side by side yet, so there is nothing to print.</source>
        <translation>Er is nog geen ronde naast elkaar gelegd, dus er valt niets af te drukken.</translation>
    </message>
    <message>
        <source>difference stands</source>
        <translation>verschil blijft staan</translation>
    </message>
</context>
<context>
    <name>ExistingDialog</name>
    <message>
        <source>Files that are there already</source>
        <translation>Bestanden die er al staan</translation>
    </message>
    <message>
        <source>{count} files are in this folder already.</source>
        <translation>{count} bestanden staan al in deze map.</translation>
    </message>
    <message>
        <source>1 file is in this folder already.</source>
        <translation>1 bestand staat al in deze map.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Skip these</source>
        <translation>Sla deze over</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervang</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Bewaar allebei</translation>
    </message>
</context>
<context>
    <name>FinaliseDialog</name>
    <message>
        <source>Make final</source>
        <translation>Maak definitief</translation>
    </message>
    <message>
        <source>The same reason for all</source>
        <translation>Dezelfde reden voor alle</translation>
    </message>
    <message>
        <source>Why may this stay so?</source>
        <translation>Waarom mag dit zo blijven?</translation>
    </message>
    <message>
        <source>No response of the {student}</source>
        <translation>Geen reactie van de {student}</translation>
    </message>
    <message>
        <source>Write the response…</source>
        <translation>Schrijf de reactie…</translation>
    </message>
    <message>
        <source>I looked at this</source>
        <translation>Nagekeken</translation>
    </message>
    <message>
        <source>Report of round {number}, {kind}, version {edition}</source>
        <translation>Verslag van ronde {number}, {kind}, versie {edition}</translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation>Wat nog ontbreekt</translation>
    </message>
    <message>
        <source>Fill it in, or say why it may stay so. The reasons are printed with the report.</source>
        <translation>Vul het aan, of zeg waarom het zo mag blijven. De redenen komen bij het verslag.</translation>
    </message>
    <message>
        <source>Response of the {student}</source>
        <translation>Reactie van de {student}</translation>
    </message>
    <message>
        <source>From now on the round can be read but no longer changed. The report becomes version {edition}, without a draft mark and with a code on the paper; its PDF is kept as it is. Opening it again takes a reason.</source>
        <translation>Vanaf nu kun je de ronde lezen, maar niet meer wijzigen. Het verslag wordt versie {edition}, zonder het woord ontwerp en met een code op het papier; de PDF wordt zo bewaard. Heropenen kan alleen met een reden.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Je wachtwoordzin</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad afdrukken</translation>
    </message>
    <message>
        <source>You and your workplace</source>
        <translation>Jij en je werkplek</translation>
    </message>
    <message>
        <source>Step {number} of 4, about three minutes together</source>
        <translation>Stap {number} van 4, samen ongeveer drie minuten</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit af</translation>
    </message>
    <message>
        <source>Make the profile</source>
        <translation>Maak het profiel</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Verder</translation>
    </message>
    <message>
        <source>Now the profile is written to this computer, encrypted.</source>
        <translation>Nu komt het profiel op deze computer, versleuteld.</translation>
    </message>
    <message>
        <source>Nothing is kept before the last step. You can always go back.</source>
        <translation>Voor de laatste stap wordt niets bewaard. Je kan altijd terug.</translation>
    </message>
</context>
<context>
    <name>FocusChoice</name>
    <message>
        <source>All {count}</source>
        <translation>Alle {count}</translation>
    </message>
    <message>
        <source>Focus on {fewest} to {most}</source>
        <translation>Focus op {fewest} tot {most}</translation>
    </message>
    <message>
        <source>Which criteria</source>
        <translation>Welke criteria</translation>
    </message>
    <message>
        <source>All {count}: the final round has all criteria.</source>
        <translation>Alle {count}: de eindronde heeft alle criteria.</translation>
    </message>
    <message>
        <source>What was filled in already on other criteria stays kept.</source>
        <translation>Wat al is ingevuld bij andere criteria, blijft bewaard.</translation>
    </message>
    <message>
        <source>Tick {fewest} to {most} criteria, or choose all of them.</source>
        <translation>Vink {fewest} tot {most} criteria aan, of kies ze allemaal.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Gooi weg</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <translation>Schrijf verder</translation>
    </message>
    <message>
        <source>Throw away what you typed?</source>
        <translation>Tekst weggooien?</translation>
    </message>
</context>
<context>
    <name>GapRow</name>
    <message>
        <source>Why may this stay so?</source>
        <extracomment>Under which name the reasons that were typed survive the lock. What a label above a field takes, with the gap below it.</extracomment>
        <translation>Waarom mag dit zo blijven?</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul aan</translation>
    </message>
</context>
<context>
    <name>GoalCard</name>
    <message>
        <source>Goal {number}</source>
        <translation>Doel {number}</translation>
    </message>
    <message>
        <source>Remove {goal}</source>
        <translation>Verwijder {goal}</translation>
    </message>
    <message>
        <source>What will be seen?</source>
        <translation>Wat zal te zien zijn?</translation>
    </message>
    <message>
        <source>One thing, small enough to see.</source>
        <translation>Eén ding, klein genoeg om te zien.</translation>
    </message>
    <message>
        <source>Which support, and by whom?</source>
        <translation>Welke steun, en van wie?</translation>
    </message>
    <message>
        <source>A goal without support is no goal.</source>
        <translation>Een doel zonder steun is geen doel.</translation>
    </message>
    <message>
        <source>What if it does not work out?</source>
        <translation>Wat als het niet lukt?</translation>
    </message>
    <message>
        <source>In plain words, and who decides.</source>
        <translation>In gewone woorden, en wie beslist.</translation>
    </message>
    <message>
        <source>By a day</source>
        <translation>Tegen een datum</translation>
    </message>
    <message>
        <source>What became of {goal}</source>
        <translation>Wat is er geworden van {goal}</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>Op een datum</translation>
    </message>
    <message>
        <source>What became of it, in words</source>
        <translation>Wat ervan geworden is, in woorden</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>Wanneer?</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>Wat is ervan geworden?</translation>
    </message>
</context>
<context>
    <name>GroupStrip</name>
    <message>
        <source>Each one&apos;s own take-away. Ctrl+PgDn goes to the next.</source>
        <translation>Bij ieder alleen wat die zelf meeneemt. Ctrl+PgDn gaat naar de volgende.</translation>
    </message>
    <message>
        <source>Has a take-away</source>
        <translation>Hier staat al iets</translation>
    </message>
</context>
<context>
    <name>GrowthPlanPage</name>
    <message>
        <source>Begin a growth plan</source>
        <extracomment>From this width on parts stand side by side.</extracomment>
        <translation>Begin een groeiplan</translation>
    </message>
    <message>
        <source>Growth plan</source>
        <translation>Groeiplan</translation>
    </message>
    <message>
        <source>This {student} is not here any more. What was deleted stays in the bin for 30 days.</source>
        <translation>Deze {student} is er niet meer. Wat verwijderd is, blijft 30 dagen in de prullenbak.</translation>
    </message>
    <message>
        <source>There is a growth plan. What it says is for the coach: you assess apart.</source>
        <translation>Er is een groeiplan. Wat erin staat, is voor de coach: jij beoordeelt apart.</translation>
    </message>
    <message>
        <source>Growth plans are made with the coach: you assess apart.</source>
        <translation>Groeiplannen worden met de coach gemaakt: jij beoordeelt apart.</translation>
    </message>
    <message>
        <source>When it is hard, a growth plan brings facts, what lies with whom, and at most three goals with support. You begin it, with the {student}; the program never does. It is in no list, and in no report unless you choose so.</source>
        <translation>Gaat het moeilijk? In een groeiplan staan feiten, wat bij wie ligt, en hoogstens drie doelen met steun. Jij begint het, samen met de {student}; het programma nooit. Het staat in geen lijst, en alleen in een verslag als je dat kiest.</translation>
    </message>
    <message>
        <source>Not saved yet. {reason}</source>
        <translation>Nog niet opgeslagen. {reason}</translation>
    </message>
</context>
<context>
    <name>GrowthPlanPaper</name>
    <message>
        <source>Growth plan</source>
        <extracomment>Left edge and width of what stands in a row of goals: number, goal, support, by when, what if not. From line to line for a pen.</extracomment>
        <translation>Groeiplan</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>to sign means ‘seen’, not ‘agreed with everything’</source>
        <translation>tekenen betekent niet dat je het met alles eens bent</translation>
    </message>
    <message>
        <source>Seen and discussed</source>
        <translation>Voor gezien en besproken</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>uur</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Feiten</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgesloten</translation>
    </message>
    <message>
        <source>Closed on {day}.</source>
        <translation>Afgesloten op {day}.</translation>
    </message>
    <message>
        <source>The {student} was told on {day}.</source>
        <translation>De {student} weet het sinds {day}.</translation>
    </message>
    <message>
        <source>We look back together on {day}.</source>
        <translation>We kijken samen terug op {day}.</translation>
    </message>
    <message>
        <source>Made on {day}.</source>
        <translation>Gemaakt op {day}.</translation>
    </message>
    <message>
        <source>Made on {day}, after the conversation of {talk}.</source>
        <translation>Gemaakt op {day}, na het gesprek van {talk}.</translation>
    </message>
    <message>
        <source>What lies with whom</source>
        <translation>Wat ligt bij wie</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>{outcome} on {day}</source>
        <translation>{outcome} op {day}</translation>
    </message>
    <message>
        <source>Others who know, and since when</source>
        <translation>Anderen die het weten, en sinds wanneer</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Support, and by whom</source>
        <translation>Steun, en van wie</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Tegen</translation>
    </message>
    <message>
        <source>If it does not work out, and who decides</source>
        <translation>Als het niet lukt, en wie beslist</translation>
    </message>
    <message>
        <source>what was seen or heard, with the day; no names of {pupils}</source>
        <translation>wat gezien of gehoord is, met de datum; geen namen van {pupils}</translation>
    </message>
    <message>
        <source>at most three</source>
        <translation>hoogstens drie</translation>
    </message>
    <message>
        <source>The {student} was told on</source>
        <translation>De {student} weet het sinds</translation>
    </message>
    <message>
        <source>We look back together on</source>
        <translation>We kijken samen terug op</translation>
    </message>
    <message>
        <source>Who knows, and when we look back</source>
        <translation>Wie het weet, en wanneer we terugkijken</translation>
    </message>
</context>
<context>
    <name>GrowthPlanWords</name>
    <message>
        <source>Plan of {day}</source>
        <translation>Plan van {day}</translation>
    </message>
    <message>
        <source>Out of the conversation of {day}.</source>
        <translation>Uit het gesprek van {day}.</translation>
    </message>
    <message>
        <source>Closed on {day}.</source>
        <translation>Afgesloten op {day}.</translation>
    </message>
</context>
<context>
    <name>GrowthPrinting</name>
    <message>
        <source>Growth sheet</source>
        <translation>Groeiblad</translation>
    </message>
    <message>
        <source>A4, lying down: every criterion over the rounds that were put side by side, only beside the {student}&apos;s own past. The conditions at the workplace are on a page of their own.</source>
        <translation>A4, liggend: elk criterium over de rondes die naast elkaar gelegd zijn, alleen naast het eigen verleden van de {student}. De voorwaarden op de werkplek staan op een eigen blad.</translation>
    </message>
</context>
<context>
    <name>GrowthWords</name>
    <message>
        <source>Criterion</source>
        <translation>Criterium</translation>
    </message>
    <message>
        <source>together</source>
        <translation>samen</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>Put side by side…</source>
        <translation>Leg naast elkaar…</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul in</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>nog niet begonnen</translation>
    </message>
    <message>
        <source>not in this round</source>
        <translation>niet in deze ronde</translation>
    </message>
    <message>
        <source>the difference stands</source>
        <translation>verschil blijft staan</translation>
    </message>
    <message>
        <source>{who} ready</source>
        <translation>{who} klaar</translation>
    </message>
    <message>
        <source>{who} not ready yet</source>
        <translation>{who} nog niet klaar</translation>
    </message>
</context>
<context>
    <name>HandOverMode</name>
    <message>
        <source>Not handed over: what you typed last could not be kept yet.</source>
        <translation>Niet doorgegeven: wat je het laatst typte, kon nog niet bewaard worden.</translation>
    </message>
</context>
<context>
    <name>HandOverWindow</name>
    <message>
        <source>WPL Desktop</source>
        <translation>WPL Desktop</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Later verder</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Opgeslagen {time}</translation>
    </message>
</context>
<context>
    <name>HandedBar</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>HandedExport</name>
    <message>
        <source>Where should the file go?</source>
        <translation>Waar bewaar je het bestand?</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
</context>
<context>
    <name>HandedHead</name>
    <message>
        <source>Your view of the {workplace}</source>
        <translation>Jouw kijk op de {workplace}</translation>
    </message>
    <message>
        <source>Your sheet: about you</source>
        <translation>Jouw blad: over jou</translation>
    </message>
    <message>
        <source>Your sheet: about the {student}</source>
        <translation>Jouw blad: over de {student}</translation>
    </message>
    <message>
        <source>This part is kept only when you share it. Until then it is nowhere but on this screen; at the end you choose who gets it.</source>
        <translation>Dit deel wordt alleen bewaard als je het deelt. Tot dan staat het nergens anders dan op dit scherm; op het einde kies je wie het krijgt.</translation>
    </message>
</context>
<context>
    <name>HandedPage</name>
    <message>
        <source>Not saved yet. {reason}</source>
        <extracomment>Another step is on the screen.</extracomment>
        <translation>Nog niet bewaard. {reason}</translation>
    </message>
    <message>
        <source>This was not kept. {reason}</source>
        <translation>Dit werd niet bewaard. {reason}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Next: the {workplace}</source>
        <translation>Volgende: de {workplace}</translation>
    </message>
    <message>
        <source>Next: who gets this</source>
        <translation>Volgende: wie krijgt dit</translation>
    </message>
    <message>
        <source>Next: ready</source>
        <translation>Volgende: klaar</translation>
    </message>
    <message>
        <source>And the {workplace}?</source>
        <translation>En de {workplace}?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul in</translation>
    </message>
    <message>
        <source>Skip this part</source>
        <translation>Sla dit deel over</translation>
    </message>
    <message>
        <source>You skip the part about the {workplace}: nothing of it is kept.</source>
        <translation>Je slaat het deel over de {workplace} over: er wordt niets van bewaard.</translation>
    </message>
    <message>
        <source>Both parts are kept.</source>
        <translation>Beide delen zijn bewaard.</translation>
    </message>
    <message>
        <source>Are you ready?</source>
        <translation>Ben je klaar?</translation>
    </message>
    <message>
        <source>Until everybody&apos;s sheets lie side by side you can still open yours again.</source>
        <translation>Tot de bladen van iedereen naast elkaar liggen, kan je het jouwe nog opnieuw openen.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Ready, or go on later?</source>
        <translation>Klaar, of later verder?</translation>
    </message>
    <message>
        <source>When you stop now, the laptop is locked. {name} opens it for you again later.</source>
        <translation>Stop je nu, dan wordt de laptop vergrendeld. {name} opent hem later weer voor jou.</translation>
    </message>
    <message>
        <source>What you filled in about the {workplace} is not shared yet. It goes away when you stop now.</source>
        <translation>Wat je over de {workplace} invulde, is nog niet gedeeld. Het verdwijnt als je nu stopt.</translation>
    </message>
    <message>
        <source>What you typed last could not be kept yet. It goes away when you stop now.</source>
        <translation>Wat je het laatst typte, kon nog niet bewaard worden. Het verdwijnt als je nu stopt.</translation>
    </message>
    <message>
        <source>Back to my sheet</source>
        <translation>Terug naar mijn blad</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>Later verder</translation>
    </message>
    <message>
        <source>I am ready</source>
        <translation>Ik ben klaar</translation>
    </message>
</context>
<context>
    <name>HandedSheet</name>
    <message>
        <source>Your comment in round {number}</source>
        <translation>Wat je schreef in ronde {number}</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>ronde {number}</translation>
    </message>
</context>
<context>
    <name>HandedWords</name>
    <message>
        <source>Your sheet, {name}</source>
        <translation>Jouw blad, {name}</translation>
    </message>
    <message>
        <source>Your sheet about {student}</source>
        <translation>Jouw blad over {student}</translation>
    </message>
    <message>
        <source>Round {number}, {kind}</source>
        <translation>Ronde {number}, {kind}</translation>
    </message>
    <message>
        <source>Hello {name}</source>
        <translation>Dag {name}</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Your sheet of this round is ready. You can read it, or open it again and change it.</source>
        <translation>Je blad van deze ronde is klaar. Je kan het lezen, of opnieuw openen en veranderen.</translation>
    </message>
    <message>
        <source>This is your own sheet of round {round}. You look at your own learning, on {count} criteria.</source>
        <translation>Dit is jouw eigen blad van ronde {round}. Je kijkt naar hoe je zelf leert, met {count} criteria.</translation>
    </message>
    <message>
        <source>It is for the conversation: it shows where you stand now and what you need. There is nothing wrong with leaving a row open.</source>
        <translation>Het dient voor het gesprek: het toont waar je nu staat en wat je nodig hebt. Een rij open laten is ook goed.</translation>
    </message>
    <message>
        <source>First each looks separately. {owner} sees your levels only when everybody&apos;s sheets lie side by side.</source>
        <translation>Eerst kijkt ieder apart. {owner} ziet wat jij koos pas als de bladen van iedereen naast elkaar liggen.</translation>
    </message>
    <message>
        <source>Then there is a part about the {workplace}. It is voluntary: you may skip it, and you choose yourself who gets it.</source>
        <translation>Daarna komt een deel over de {workplace}. Dat is vrijwillig: je mag het overslaan, en je kiest zelf wie het krijgt.</translation>
    </message>
    <message>
        <source>What you fill in saves itself. You can stop and go on later.</source>
        <translation>Wat je invult, bewaart zichzelf. Je kan stoppen en later verdergaan.</translation>
    </message>
    <message>
        <source>This is your sheet of round {round} about {student}, on {count} criteria in two parts.</source>
        <translation>Dit is jouw blad van ronde {round} over {student}, met {count} criteria in twee delen.</translation>
    </message>
    <message>
        <source>“Not observed” is always a good answer.</source>
        <translation>‘Niet waargenomen’ is altijd een goed antwoord.</translation>
    </message>
    <message>
        <source>The next part is about the {workplace}: what you get there to learn. It is not about you.</source>
        <translation>Het volgende deel gaat over de {workplace}: wat je daar krijgt om te leren. Het gaat niet over jou.</translation>
    </message>
    <message>
        <source>It is voluntary. It is kept only when you share it: until then it is nowhere but on this screen. At the end you choose who gets it.</source>
        <translation>Het is vrijwillig. Het wordt alleen bewaard als je het deelt: tot dan staat het nergens anders dan op dit scherm. Op het einde kies je wie het krijgt.</translation>
    </message>
    <message>
        <source>{name} has filled in the sheet</source>
        <translation>{name} heeft het blad ingevuld</translation>
    </message>
    <message>
        <source>{name}&apos;s sheet is not ready yet</source>
        <translation>Het blad van {name} is nog niet klaar</translation>
    </message>
</context>
<context>
    <name>Hats</name>
    <message>
        <source>You are coaching</source>
        <translation>Je coacht</translation>
    </message>
    <message>
        <source>You evaluate together</source>
        <translation>Jullie evalueren samen</translation>
    </message>
    <message>
        <source>Coaching notes never enter a report.</source>
        <translation>Coachingsnotities komen nooit in een verslag.</translation>
    </message>
    <message>
        <source>Your view is advice; the {institute} decides.</source>
        <translation>Jouw kijk is een advies; de {institute} beslist.</translation>
    </message>
    <message>
        <source>What is said there stays there.</source>
        <translation>Wat daar gezegd wordt, blijft daar.</translation>
    </message>
    <message>
        <source>Only what the {student} takes away is kept.</source>
        <translation>Alleen wat de {student} meeneemt, wordt bewaard.</translation>
    </message>
    <message>
        <source>Only that it took place is kept.</source>
        <translation>Alleen dat het plaatsvond, wordt bewaard.</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>After the conversation</source>
        <translation>Na het gesprek</translation>
    </message>
    <message>
        <source>Open with agenda</source>
        <translation>Open met agenda</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Begonnen om</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Geëindigd om</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>New agreements</source>
        <translation>Nieuwe afspraken</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>to</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>Save conversation</source>
        <translation>Bewaar gesprek</translation>
    </message>
    <message>
        <source>Write down what was agreed, or untick the date.</source>
        <translation>Schrijf op wat jullie afspreken, of vink de datum uit.</translation>
    </message>
    <message>
        <source>Did not go ahead…</source>
        <translation>Niet doorgegaan…</translation>
    </message>
    <message>
        <source>{conversation}, {day}, {start} to {end}</source>
        <translation>{conversation}, {day}, {start} tot {end}</translation>
    </message>
</context>
<context>
    <name>HourDialog</name>
    <message>
        <source>for example: class L3</source>
        <translation>bijvoorbeeld: les L3</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Change lesson hour</source>
        <translation>Lesuur wijzigen</translation>
    </message>
    <message>
        <source>Add lesson hour</source>
        <translation>Lesuur toevoegen</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>Your lesson hours</source>
        <translation>Je eigen lesuren</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Uren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>None yet. Hours that you teach are hatched in the agenda, and no conversation is proposed.</source>
        <translation>Nog geen. Uren waarin je lesgeeft, zijn gearceerd in de agenda; dan wordt er geen gesprek voorgesteld.</translation>
    </message>
    <message>
        <source>Add lesson hour</source>
        <translation>Lesuur toevoegen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Delete lesson hour</source>
        <translation>Verwijder lesuur</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>What is in {file}</source>
        <translation>Wat er in {file} staat</translation>
    </message>
    <message>
        <source>{count} criteria</source>
        <translation>{count} criteria</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>It becomes a draft: nothing in use changes until you put it into use.</source>
        <translation>Het wordt een ontwerp: er verandert niets tot je het in gebruik neemt.</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>Bewaar als ontwerp</translation>
    </message>
</context>
<context>
    <name>JointWindow</name>
    <message>
        <source>Stop</source>
        <extracomment>How much larger everything is for who looks along from a chair further away (mockups, presentation size).</extracomment>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Joint screen</source>
        <translation>Gezamenlijk scherm</translation>
    </message>
    <message>
        <source>F9 ends it</source>
        <translation>F9 sluit het af</translation>
    </message>
    <message>
        <source>Not on the joint screen. Stop it first with F9.</source>
        <translation>Niet op het gezamenlijk scherm. Stop dat eerst met F9.</translation>
    </message>
</context>
<context>
    <name>KeySection</name>
    <message>
        <source>Passphrase and recovery sheet</source>
        <translation>Wachtwoordzin en herstelblad</translation>
    </message>
    <message>
        <source>The passphrase opens this profile; the sheet in the school&apos;s safe does the same when you forgot it.</source>
        <translation>De wachtwoordzin opent dit profiel. Ben je ze kwijt, dan doet het herstelblad in de kluis van de school hetzelfde.</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>Verander de wachtwoordzin…</translation>
    </message>
    <message>
        <source>New recovery sheet…</source>
        <translation>Nieuw herstelblad…</translation>
    </message>
    <message>
        <source>This is the demo: its passphrase is published, because everything in it is made up. Both stay as they are.</source>
        <translation>Dit is de demo: de wachtwoordzin is openbaar, want alles is verzonnen. Beide blijven zoals ze zijn.</translation>
    </message>
    <message>
        <source>The passphrase is changed. Back-ups from before still open with the old one: make a new one now.</source>
        <translation>De wachtwoordzin is veranderd. Back-ups van vroeger openen nog met de oude: maak nu een nieuwe back-up.</translation>
    </message>
    <message>
        <source>The new sheet counts from now on. The old code opens this profile no more; destroy the old sheet. Back-ups from before still open with the old code.</source>
        <translation>Vanaf nu geldt het nieuwe blad. De oude code opent dit profiel niet meer; vernietig het oude blad. Back-ups van vroeger openen nog met de oude code.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>coaching</source>
        <translation>coaching</translation>
    </message>
    <message>
        <source>dragging</source>
        <translation>verslepen</translation>
    </message>
</context>
<context>
    <name>LevelPicker</name>
    <message>
        <source>still open</source>
        <translation>nog open</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Coaching</source>
        <extracomment>Everything besides coaching and evaluating.</extracomment>
        <translation>Coaching</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Evalueren</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>No conversation fits these filters.</source>
        <translation>Geen gesprek past bij deze filters.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Wis filters</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>Alleen {name}</translation>
    </message>
    <message>
        <source>Filter by name, kind or place</source>
        <translation>Filter op naam, soort of plaats</translation>
    </message>
</context>
<context>
    <name>LockSection</name>
    <message>
        <source>Locking</source>
        <translation>Vergrendelen</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minuten</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>Vergrendelt vanzelf na</translation>
    </message>
    <message>
        <source>Without key or mouse. Ctrl+L locks at once.</source>
        <translation>Zonder toets of muis. Met Ctrl+L vergrendel je meteen.</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>Language, words and colours</source>
        <translation>Taal, woorden en kleuren</translation>
    </message>
    <message>
        <source>Language of the program</source>
        <translation>Taal van het programma</translation>
    </message>
    <message>
        <source>Words of your workplace</source>
        <translation>Woorden van je werkplek</translation>
    </message>
    <message>
        <source>Like this computer</source>
        <translation>Zoals deze computer</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Vergrendel nu</translation>
    </message>
    <message>
        <source>You then see: {words}.</source>
        <translation>Je ziet dan: {words}.</translation>
    </message>
    <message>
        <source>Kept. You see it from the next time you unlock.</source>
        <translation>Bewaard. Je ziet het vanaf de volgende keer dat je ontgrendelt.</translation>
    </message>
    <message>
        <source>Another language or other words are seen from the next time you unlock.</source>
        <translation>Een andere taal of andere woorden zie je vanaf de volgende keer dat je ontgrendelt.</translation>
    </message>
</context>
<context>
    <name>LostLaptopCard</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>MadeAgreements</name>
    <message>
        <source>New agreements</source>
        <translation>Nieuwe afspraken</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Voeg toe</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
</context>
<context>
    <name>MadeRow</name>
    <message>
        <source>Change: {text}</source>
        <translation>Wijzig: {text}</translation>
    </message>
    <message>
        <source>Remove: {text}</source>
        <translation>Verwijder: {text}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Today</source>
        <extracomment>Whether it begins with what the page on screen is about.</extracomment>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Growth plan</source>
        <translation>Groeiplan</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Evaluaties</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Score sheet</source>
        <translation>Scoreblad</translation>
    </message>
    <message>
        <source>Sheet on paper</source>
        <translation>Blad op papier</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>Criteria</translation>
    </message>
    <message>
        <source>School year</source>
        <translation>Schooljaar</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Prullenbak</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Add {student}</source>
        <translation>{Student} toevoegen</translation>
    </message>
    <message>
        <source>WPL Desktop</source>
        <extracomment>Lines of a sort in the list of the search. A round and a perspective: the laptop goes to that person. A page, its arguments and the trajectory of the student who looks along (F9).</extracomment>
        <translation>WPL Desktop</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pagina&apos;s</translation>
    </message>
    <message>
        <source>Joint screen (F9)</source>
        <translation>Gezamenlijk scherm (F9)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nieuw</translation>
    </message>
    <message>
        <source>Choose a {student} first: the joint screen shows nobody else.</source>
        <translation>Kies eerst een {student}: het gezamenlijk scherm toont niemand anders.</translation>
    </message>
    <message>
        <source>Not everything is kept yet</source>
        <translation>Nog niet alles is bewaard</translation>
    </message>
    <message>
        <source>What you typed last could not be kept; the page says why. Everything saved before is safe.

Solve it and it is kept by itself, or close once more to leave without it.</source>
        <translation>Wat je het laatst typte, kon niet bewaard worden; de pagina zegt waarom. Alles wat eerder bewaard was, is veilig.

Los het op, dan wordt het vanzelf bewaard, of sluit nog een keer om te stoppen zonder het te bewaren.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Vergrendel</translation>
    </message>
</context>
<context>
    <name>MethodPanel</name>
    <message>
        <source>Write the labels in your own words</source>
        <translation>Schrijf de vier woorden zoals jij ze zegt</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Vrij</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>Toon de kaart</translation>
    </message>
    <message>
        <source>Put the card away</source>
        <translation>Leg de kaart weg</translation>
    </message>
</context>
<context>
    <name>NewAgreementRow</name>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What was agreed</source>
        <translation>Wat jullie afspreken</translation>
    </message>
    <message>
        <source>by</source>
        <translation>tegen</translation>
    </message>
    <message>
        <source>With a date</source>
        <translation>Met een datum</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Tegen wanneer</translation>
    </message>
</context>
<context>
    <name>NewYearDialog</name>
    <message>
        <source>School year</source>
        <translation>Schooljaar</translation>
    </message>
    <message>
        <source>{Student}</source>
        <translation>{Student}</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>Who goes on</source>
        <translation>Wie verdergaat</translation>
    </message>
    <message>
        <source>No {student} is left from a year before: only the calendar is made.</source>
        <translation>Er is geen {student} meer van een vorig jaar: alleen de kalender wordt gemaakt.</translation>
    </message>
    <message>
        <source>Everybody goes on</source>
        <translation>Iedereen gaat verder</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Iedereen sluit af</translation>
    </message>
    <message>
        <source>Who goes on stays in the same {class_word}</source>
        <translation>Wie verdergaat, blijft in dezelfde {class_word}</translation>
    </message>
    <message>
        <source>New school year {year}</source>
        <translation>Nieuw schooljaar {year}</translation>
    </message>
    <message>
        <source>Begin {year}</source>
        <translation>Begin {year}</translation>
    </message>
    <message>
        <source>Nobody said yet whose holidays count: choose that on the page of the school year.</source>
        <translation>Er is nog niet gekozen welke vakanties gelden: doe dat op de pagina van het schooljaar.</translation>
    </message>
    <message>
        <source>Lessons from {days}. Holidays: {set}; look at them on the page of the year.</source>
        <translation>Les van {days}. Vakanties: {set}; bekijk ze op de pagina van het jaar.</translation>
    </message>
    <message>
        <source>The holidays of this year are not known yet: fill them in there.</source>
        <translation>De vakanties van dat jaar zijn nog niet bekend: vul ze daar in.</translation>
    </message>
    <message>
        <source>{going} go on, {closed} close</source>
        <translation>{going} verder, {closed} afgesloten</translation>
    </message>
    <message>
        <source>Not taken over: agreements that are still open ({count}) and what is being learned. They stay with the old trajectory. The privacy notice is handed over again.</source>
        <translation>Niet meegenomen: afspraken die nog openstaan ({count}), leervragen en taken. Die blijven bij het oude traject. De privacytekst geef je opnieuw.</translation>
    </message>
    <message>
        <source>phase {phase}</source>
        <translation>fase {phase}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>tot {day}</translation>
    </message>
    <message>
        <source>Closes: is in {year} already</source>
        <translation>Sluit af: staat al in {year}</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Sluit af</translation>
    </message>
    <message>
        <source>Goes on as it is</source>
        <translation>Gaat verder zoals het is</translation>
    </message>
    <message>
        <source>Goes on in {year}</source>
        <translation>Gaat verder in {year}</translation>
    </message>
    <message>
        <source>Choose for each {student}: a new trajectory with the same people and days, one phase further, or close. Space turns the choice.</source>
        <translation>Kies voor elke {student}: een nieuw traject met dezelfde mensen en dagen, één fase verder, of afsluiten. Spatie wisselt de keuze.</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Did not go ahead…</source>
        <translation>Niet doorgegaan…</translation>
    </message>
    <message>
        <source>Print sheet</source>
        <translation>Druk blad af</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Bereid voor</translation>
    </message>
    <message>
        <source>Start conversation</source>
        <translation>Start gesprek</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul aan</translation>
    </message>
</context>
<context>
    <name>NotHeldDialog</name>
    <message>
        <source>Did not go ahead</source>
        <translation>Niet doorgegaan</translation>
    </message>
    <message>
        <source>Something at the workplace</source>
        <translation>Iets op de werkplek</translation>
    </message>
    <message>
        <source>Somebody to replace, no room, no time.</source>
        <translation>Iemand vervangen, geen ruimte, geen tijd.</translation>
    </message>
    <message>
        <source>Something on the side of the {student}</source>
        <translation>Iets bij de {student}</translation>
    </message>
    <message>
        <source>Examinations, transport, something unexpected.</source>
        <translation>Examens, vervoer, iets onverwachts.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>A strike, snow, somebody else who could not come.</source>
        <translation>Een staking, sneeuw, iemand anders die niet kon.</translation>
    </message>
    <message>
        <source>What came in between?</source>
        <translation>Wat kwam ertussen?</translation>
    </message>
    <message>
        <source>For the whole group</source>
        <translation>Voor de hele groep</translation>
    </message>
    <message>
        <source>Only for {student}</source>
        <translation>Alleen voor {student}</translation>
    </message>
    <message>
        <source>For whom?</source>
        <translation>Voor wie?</translation>
    </message>
    <message>
        <source>No new date now</source>
        <translation>Nu geen nieuwe datum</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>Andere dag…</translation>
    </message>
    <message>
        <source>New date</source>
        <translation>Nieuwe datum</translation>
    </message>
    <message>
        <source>Mark as not gone ahead</source>
        <translation>Noteer als niet doorgegaan</translation>
    </message>
    <message>
        <source>{conversation}, {day}, {start} to {end}</source>
        <translation>{conversation}, {day}, {start} tot {end}</translation>
    </message>
    <message>
        <source>Nothing is kept of a conversation that did not go ahead: your note goes with it.</source>
        <translation>Van een gesprek dat niet doorging, wordt niets bewaard: ook je notitie verdwijnt.</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} om {time}</translation>
    </message>
</context>
<context>
    <name>NotSpokenLine</name>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
</context>
<context>
    <name>NotTold</name>
    <message>
        <source>Told on</source>
        <translation>Weet het sinds</translation>
    </message>
    <message>
        <source>Note it and print</source>
        <translation>Noteer en druk af</translation>
    </message>
    <message>
        <source>Print all the same</source>
        <translation>Druk toch af</translation>
    </message>
    <message>
        <source>Does {name} know of this plan? Note since when: who it is about hears of it first.</source>
        <translation>Weet {name} van dit plan? Noteer sinds wanneer: over wie het gaat, hoort het eerst.</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Preparation</source>
        <extracomment>Optional: one may go on without it (wellbeing).</extracomment>
        <translation>Voorbereiding</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Sla over</translation>
    </message>
    <message>
        <source>No names of {pupils}, nothing about health.</source>
        <translation>Geen namen van {pupils}, niets over gezondheid.</translation>
    </message>
</context>
<context>
    <name>NowPanel</name>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Last conversation</source>
        <translation>Laatste gesprek</translation>
    </message>
    <message>
        <source>This trajectory is closed.</source>
        <translation>Dit traject is afgesloten.</translation>
    </message>
    <message>
        <source>No conversation planned yet.</source>
        <translation>Nog geen gesprek gepland.</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Bereid voor</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaats</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul in</translation>
    </message>
    <message>
        <source>No open agreements</source>
        <translation>Geen open afspraken</translation>
    </message>
    <message>
        <source>1 open agreement</source>
        <translation>1 open afspraak</translation>
    </message>
    <message>
        <source>{count} open agreements</source>
        <translation>{count} open afspraken</translation>
    </message>
    <message>
        <source>{day}, {ago}</source>
        <translation>{day}, {ago}</translation>
    </message>
    <message>
        <source>No conversation has taken place yet.</source>
        <translation>Er is nog geen gesprek geweest.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} dagen geleden</translation>
    </message>
    <message>
        <source>{held} of the {all} planned conversations took place.</source>
        <translation>{held} van de {all} geplande gesprekken gingen door.</translation>
    </message>
    <message>
        <source>The planned conversation took place.</source>
        <translation>Het geplande gesprek ging door.</translation>
    </message>
    <message>
        <source>All {all} planned conversations took place.</source>
        <translation>Alle {all} geplande gesprekken gingen door.</translation>
    </message>
</context>
<context>
    <name>OpenAgreements</name>
    <message>
        <source>Everything goes on</source>
        <translation>Alles loopt door</translation>
    </message>
    <message>
        <source>Open agreements</source>
        <translation>Open afspraken</translation>
    </message>
    <message>
        <source>Still to say: done, goes on or let go?</source>
        <translation>Nog te zeggen: gedaan, loopt door of losgelaten?</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Loopt door</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Losgelaten</translation>
    </message>
    <message>
        <source>What became of: {text}</source>
        <translation>Wat is er geworden van: {text}</translation>
    </message>
    <message>
        <source>No agreement is open.</source>
        <extracomment>Something was answered and kept. Why an answer was not kept.</extracomment>
        <translation>Er staat geen afspraak open.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Zet weer open</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Open gesprek</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Taal van het verslag</translation>
    </message>
    <message>
        <source>Conditions at the workplace</source>
        <translation>Voorwaarden op de werkplek</translation>
    </message>
    <message>
        <source>Round and language</source>
        <translation>Ronde en taal</translation>
    </message>
    <message>
        <source>This report</source>
        <translation>Dit verslag</translation>
    </message>
    <message>
        <source>There is no start or midterm round yet.</source>
        <translation>Er is nog geen start- of tussentijdse ronde.</translation>
    </message>
    <message>
        <source>There is no final round yet.</source>
        <translation>Er is nog geen eindronde.</translation>
    </message>
    <message>
        <source>The midterm report does not have this block.</source>
        <translation>Het tussentijdse verslag heeft dit blok niet.</translation>
    </message>
    <message>
        <source>As a separate block. Leave it out of copies for others than the three of you.</source>
        <translation>Als apart blok. Laat het weg in een kopie voor anderen dan jullie drie.</translation>
    </message>
    <message>
        <source>no round</source>
        <translation>geen ronde</translation>
    </message>
    <message>
        <source>round {number} {state}</source>
        <translation>ronde {number} {state}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ontwerp</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>final</source>
        <translation>definitief</translation>
    </message>
    <message>
        <source>no longer holds</source>
        <translation>geldt niet meer</translation>
    </message>
    <message>
        <source>Midterm report</source>
        <translation>Tussentijds verslag</translation>
    </message>
    <message>
        <source>Final report</source>
        <translation>Eindverslag</translation>
    </message>
</context>
<context>
    <name>OtherStudents</name>
    <message>
        <source>In turn</source>
        <extracomment>More students than this are looked for by name instead of standing there side by side. The Tab key comes here from this one.</extracomment>
        <translation>Na elkaar</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>How they come</source>
        <translation>Hoe ze komen</translation>
    </message>
    <message>
        <source>Also with</source>
        <translation>Ook met</translation>
    </message>
    <message>
        <source>Add another {student}</source>
        <translation>Nog een {student} erbij</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>loading</source>
        <translation>laden</translation>
    </message>
</context>
<context>
    <name>PaperHead</name>
    <message>
        <source>Written by</source>
        <translation>Geschreven door</translation>
    </message>
    <message>
        <source>Date on the paper</source>
        <translation>Datum op het papier</translation>
    </message>
    <message>
        <source>To your own sheet</source>
        <translation>Naar je eigen blad</translation>
    </message>
    <message>
        <source>Criteria {edition}</source>
        <translation>Criteria {edition}</translation>
    </message>
    <message>
        <source>The same version stands at the top of the paper? Another one has other level texts.</source>
        <translation>Staat dezelfde versie bovenaan het papier? Een andere heeft andere niveauteksten.</translation>
    </message>
    <message>
        <source>Paper sheet of the {student}: {name}</source>
        <translation>Papieren blad van de {student}: {name}</translation>
    </message>
    <message>
        <source>Paper sheet of the {institute_supervisor}</source>
        <translation>Papieren blad van de {institute_supervisor}</translation>
    </message>
    <message>
        <source>Your own sheet on paper</source>
        <translation>Je eigen blad op papier</translation>
    </message>
    <message>
        <source>This round is final: you can read it, not change it.</source>
        <translation>Deze ronde is definitief: je kunt ze lezen, niet wijzigen.</translation>
    </message>
    <message>
        <source>Not blind: this is recorded and printed with the sheet.</source>
        <translation>Niet blind: dat wordt bij het blad bewaard en afgedrukt.</translation>
    </message>
    <message>
        <source>The views are side by side already: what you type now is kept as “not blind”.</source>
        <translation>De blikken liggen al naast elkaar: wat je nu typt, wordt bewaard als ‘niet blind’.</translation>
    </message>
    <message>
        <source>Not blind: your own sheet is not ready yet. Make it ready first, or type on: it is then printed as “not blind”.</source>
        <translation>Niet blind: je eigen blad is nog niet klaar. Maak het eerst klaar, of typ verder: dan wordt dit afgedrukt als ‘niet blind’.</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Not saved yet. {reason}</source>
        <translation>Nog niet opgeslagen. {reason}</translation>
    </message>
    <message>
        <source>This was not kept. {reason}</source>
        <translation>Dit is niet bewaard. {reason}</translation>
    </message>
    <message>
        <source>Voluntary: leaving it empty is fine. {legend}</source>
        <translation>Vrijwillig: leeg laten mag. {legend}</translation>
    </message>
</context>
<context>
    <name>PaperRow</name>
    <message>
        <source>This helps, or this I miss</source>
        <extracomment>Narrower than this the lines stand below the ticks.</extracomment>
        <translation>Dit helpt, of dit mis ik</translation>
    </message>
    <message>
        <source>Evidence: how can you tell?</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>What do I need?</source>
        <translation>Wat heb ik nodig?</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>source</source>
        <extracomment>To the row before (-1) or the next one (1).</extracomment>
        <translation>bron</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Change the passphrase</source>
        <translation>Verander de wachtwoordzin</translation>
    </message>
    <message>
        <source>Passphrase of now</source>
        <translation>Wachtwoordzin van nu</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>At least {fewest} characters. A sentence is easier than a word.</source>
        <translation>Minstens {fewest} tekens. Een zin is makkelijker dan een woord.</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Nog eens de nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>Your recovery sheet stays valid. Older back-ups keep the old passphrase.</source>
        <translation>Je herstelblad blijft gelden. Oudere back-ups houden de oude wachtwoordzin.</translation>
    </message>
    <message>
        <source>Being changed…</source>
        <translation>Wordt veranderd…</translation>
    </message>
</context>
<context>
    <name>PassphraseField</name>
    <message>
        <source>show</source>
        <translation>toon</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock staat aan</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>verberg</translation>
    </message>
</context>
<context>
    <name>PassphrasePair</name>
    <message>
        <source>At least {fewest} characters. A sentence is easier than a word.</source>
        <translation>Minstens {fewest} tekens. Een zin is makkelijker dan een woord.</translation>
    </message>
    <message>
        <source>{typed} of at least {fewest} characters</source>
        <translation>{typed} van minstens {fewest} tekens</translation>
    </message>
    <message>
        <source>{typed} characters: long enough.</source>
        <translation>{typed} tekens: lang genoeg.</translation>
    </message>
</context>
<context>
    <name>PassphraseStep</name>
    <message>
        <source>Your passphrase</source>
        <translation>Je wachtwoordzin</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtwoordzin</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Nog eens dezelfde wachtwoordzin</translation>
    </message>
    <message>
        <source>Tick this when it is so. Otherwise ask your school first; nothing is kept until then.</source>
        <translation>Vink dit aan als het klopt. Vraag het anders eerst aan je school; tot dan wordt niets bewaard.</translation>
    </message>
    <message>
        <source>You type it each time you open the program. It is kept nowhere; nobody can look it up.</source>
        <translation>Je typt ze telkens als je het programma opent. Ze wordt nergens bewaard; niemand kan ze opzoeken.</translation>
    </message>
</context>
<context>
    <name>PatternButton</name>
    <message>
        <source>Pattern</source>
        <translation>Patroon</translation>
    </message>
    <message>
        <source>3 + 2: Monday, Tuesday and Thursday</source>
        <translation>3 + 2: maandag, dinsdag en donderdag</translation>
    </message>
    <message>
        <source>LIO, half-time: Monday, Tuesday and Wednesday</source>
        <translation>LIO, halftijds: maandag, dinsdag en woensdag</translation>
    </message>
    <message>
        <source>Part-time: Thursday and Friday</source>
        <translation>Deeltijds: donderdag en vrijdag</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Elke dag</translation>
    </message>
</context>
<context>
    <name>PeopleEditor</name>
    <message>
        <source>Add person</source>
        <translation>Persoon toevoegen</translation>
    </message>
</context>
<context>
    <name>PeriodDialog</name>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Change days</source>
        <translation>Dagen wijzigen</translation>
    </message>
    <message>
        <source>Add days</source>
        <translation>Dagen toevoegen</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Remove this person</source>
        <translation>Haal deze persoon weg</translation>
    </message>
</context>
<context>
    <name>PhraseList</name>
    <message>
        <source>Keep as a phrase</source>
        <extracomment>More are not looked through by eye; another word narrows them down.</extracomment>
        <translation>Bewaar als zin</translation>
    </message>
    <message>
        <source>Manage phrases…</source>
        <translation>Beheer zinnen…</translation>
    </message>
    <message>
        <source>There is no text to keep yet.</source>
        <translation>Er is nog geen tekst om te bewaren.</translation>
    </message>
    <message>
        <source>Kept as a phrase.</source>
        <translation>Bewaard als zin.</translation>
    </message>
    <message>
        <source>This was kept as a phrase.</source>
        <translation>Dit is bewaard als zin.</translation>
    </message>
    <message>
        <source>Search in your phrases and what you wrote this school year</source>
        <translation>Zoek in je zinnen en in wat je dit schooljaar schreef</translation>
    </message>
    <message>
        <source>Search own phrases</source>
        <translation>Zoek in eigen zinnen</translation>
    </message>
    <message>
        <source>Own phrases</source>
        <translation>Eigen zinnen</translation>
    </message>
    <message>
        <source>Kept phrase</source>
        <translation>Bewaarde zin</translation>
    </message>
    <message>
        <source>Kept phrase, {code}</source>
        <translation>Bewaarde zin, {code}</translation>
    </message>
    <message>
        <source>Nothing yet: what you write here this school year can be found back in this list.</source>
        <translation>Nog niets: wat je dit schooljaar bij scorebladen schrijft, vind je in deze lijst terug.</translation>
    </message>
    <message>
        <source>No phrase of yours has these words.</source>
        <translation>Geen enkele zin van jou bevat deze woorden.</translation>
    </message>
    <message>
        <source>{count} more; another word makes the list shorter.</source>
        <translation>Nog {count}; met een woord erbij wordt de lijst korter.</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>Own phrases</source>
        <translation>Eigen zinnen</translation>
    </message>
    <message>
        <source>Phrase</source>
        <translation>Zin</translation>
    </message>
    <message>
        <source>Add phrase</source>
        <translation>Voeg zin toe</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Maak ongedaan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Here stand sentences that you want to use again. Keep one at a comment, or write one.</source>
        <translation>Hier staan zinnen die je opnieuw wilt gebruiken. Bewaar er een bij een toelichting, of schrijf er een.</translation>
    </message>
    <message>
        <source>No phrase of yours has these words.</source>
        <translation>Geen van je zinnen heeft deze woorden.</translation>
    </message>
    <message>
        <source>Deleted: {phrase}</source>
        <translation>Verwijderd: {phrase}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoek</translation>
    </message>
    <message>
        <source>Search own phrases</source>
        <translation>Zoek in eigen zinnen</translation>
    </message>
    <message>
        <source>One or two sentences, without the name of a {student}: it is offered for everybody.</source>
        <translation>Een of twee zinnen, zonder de naam van een {student}: je krijgt ze bij iedereen aangeboden.</translation>
    </message>
    <message>
        <source>Choose a phrase first.</source>
        <translation>Kies eerst een zin.</translation>
    </message>
    <message>
        <source>Close without this text</source>
        <translation>Sluit zonder deze tekst</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>Open the folder</source>
        <translation>Open de map</translation>
    </message>
    <message>
        <source>This folder is made when it is needed.</source>
        <translation>Deze map komt er zodra ze nodig is.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Move conversation</source>
        <translation>Verplaats gesprek</translation>
    </message>
    <message>
        <source>Plan a conversation</source>
        <translation>Plan een gesprek</translation>
    </message>
    <message>
        <source>In the place of the conversation of {day}.</source>
        <translation>In plaats van het gesprek van {day}.</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Plan conversations</source>
        <translation>Plan gesprekken</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Wie is erbij</translation>
    </message>
    <message>
        <source>Add a {student} first: a conversation is always with somebody.</source>
        <translation>Voeg eerst een {student} toe: een gesprek is altijd met iemand.</translation>
    </message>
    <message>
        <source>{name} already has a conversation from {start} to {end}.</source>
        <translation>{name} heeft al een gesprek van {start} tot {end}.</translation>
    </message>
    <message>
        <source>Tell the {student} in writing what it is about and who will be there: two working days ahead, unless it is urgent.</source>
        <translation>Laat de {student} op papier of per mail weten waarover het gaat en wie erbij is: twee werkdagen vooraf, tenzij het dringend is.</translation>
    </message>
    <message>
        <source>Nobody decides this alone: ask the {institute_supervisor} to be there.</source>
        <translation>Niemand beslist dit alleen: vraag de {institute_supervisor} erbij.</translation>
    </message>
    <message>
        <source>{name} is not {at_workplace} on {day}.</source>
        <translation>{name} is niet {at_workplace} op {day}.</translation>
    </message>
    <message>
        <source>{name} is not {at_workplace} on {day}: {why}.</source>
        <translation>{name} is niet {at_workplace} op {day}: {why}.</translation>
    </message>
    <message>
        <source>You teach then yourself, from {start} to {end}.</source>
        <translation>Je geeft dan zelf les, van {start} tot {end}.</translation>
    </message>
    <message>
        <source>You teach then yourself ({lesson}), from {start} to {end}.</source>
        <translation>Je geeft dan zelf les ({lesson}), van {start} tot {end}.</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>{Student}</source>
        <translation>{Student}</translation>
    </message>
    <message>
        <source>Kind of conversation</source>
        <translation>Soort gesprek</translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation>Welke</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>What was seen or heard, and when?</source>
        <translation>Wat is gezien of gehoord, en wanneer?</translation>
    </message>
    <message>
        <source>Facts with a day; no opinions, and nothing that somebody else must say.</source>
        <translation>Feiten met een datum; geen meningen, en niets wat een ander moet zeggen.</translation>
    </message>
    <message>
        <source>With the {student}</source>
        <translation>Bij de {student}</translation>
    </message>
    <message>
        <source>With the workplace</source>
        <translation>Bij de werkplek</translation>
    </message>
    <message>
        <source>With the institute</source>
        <translation>Bij de opleiding</translation>
    </message>
    <message>
        <source>Add goal</source>
        <translation>Voeg doel toe</translation>
    </message>
    <message>
        <source>The {student} knows of it, told on</source>
        <translation>De {student} weet ervan, sinds</translation>
    </message>
    <message>
        <source>Who else knows?</source>
        <translation>Wie weet het nog?</translation>
    </message>
    <message>
        <source>Names, and since when. Only who has to do something with it.</source>
        <translation>Namen, en sinds wanneer. Alleen wie er iets mee moet doen.</translation>
    </message>
    <message>
        <source>We look back on</source>
        <translation>We kijken terug op</translation>
    </message>
    <message>
        <source>Plan the talk to look back</source>
        <translation>Plan een gesprek om terug te kijken</translation>
    </message>
    <message>
        <source>Goals, support and outcome go into the final report</source>
        <translation>Doelen, steun en uitkomst komen in het eindverslag</translation>
    </message>
    <message>
        <source>Words to close with</source>
        <translation>Woorden om mee af te sluiten</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation>Sluit het plan af</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Open opnieuw</translation>
    </message>
    <message>
        <source>Planned: {day}, {time}</source>
        <translation>Gepland: {day}, {time}</translation>
    </message>
    <message>
        <source>Something was written here elsewhere too; both texts are kept.</source>
        <translation>Hier werd ook elders iets geschreven; beide teksten zijn bewaard.</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Feiten</translation>
    </message>
    <message>
        <source>What lies with whom</source>
        <translation>Wat ligt bij wie</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>At most three: each with support, a day, and what follows if not.</source>
        <translation>Hoogstens drie: elk met steun, een datum, en wat volgt als het niet lukt.</translation>
    </message>
    <message>
        <source>Who knows</source>
        <translation>Wie weet ervan</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>Terugkijken</translation>
    </message>
    <message>
        <source>Halfway is a good moment: there is still time to change something.</source>
        <translation>Halverwege is een goed moment: er is dan nog tijd om iets te veranderen.</translation>
    </message>
    <message>
        <source>In the final report</source>
        <translation>In het eindverslag</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Only when the {student} knows of the plan: note first when that was.</source>
        <translation>Alleen als de {student} van het plan weet: noteer eerst sinds wanneer.</translation>
    </message>
    <message>
        <source>Off, unless you choose it. Facts, columns and what follows if not stay out of it.</source>
        <translation>Uit, tenzij je het kiest. Feiten, kolommen en wat volgt als het niet lukt, blijven erbuiten.</translation>
    </message>
</context>
<context>
    <name>PlanHead</name>
    <message>
        <source>Begin another plan</source>
        <translation>Begin een nieuw plan</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>Empty form…</source>
        <translation>Leeg formulier…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Druk af…</translation>
    </message>
    <message>
        <source>Which growth plan</source>
        <translation>Welk groeiplan</translation>
    </message>
</context>
<context>
    <name>PlanPrinting</name>
    <message>
        <source>Growth plan</source>
        <translation>Groeiplan</translation>
    </message>
    <message>
        <source>A4: the plan as it is now, with a place where {student}, {mentor} and {institute_supervisor} sign for having seen it. The file is not called after anybody.</source>
        <translation>A4: het plan zoals het nu is, met plaats waar {student}, {mentor} en {institute_supervisor} tekenen voor gezien. De bestandsnaam noemt niemand.</translation>
    </message>
    <message>
        <source>Growth plan to fill in by hand</source>
        <translation>Groeiplan om met de hand in te vullen</translation>
    </message>
    <message>
        <source>A4, one page: the same with lines to write on.</source>
        <translation>A4, één pagina: hetzelfde met lijnen om op te schrijven.</translation>
    </message>
</context>
<context>
    <name>PlannedRounds</name>
    <message>
        <source>Round {number} is planned for {day}.</source>
        <translation>Ronde {number} staat gepland op {day}.</translation>
    </message>
    <message>
        <source>Go to round {number}</source>
        <translation>Naar ronde {number}</translation>
    </message>
</context>
<context>
    <name>PresenceEditor</name>
    <message>
        <source>Start-up</source>
        <translation>Opstart</translation>
    </message>
    <message>
        <source>Examinations</source>
        <translation>Examens</translation>
    </message>
    <message>
        <source>Add days</source>
        <translation>Dagen toevoegen</translation>
    </message>
    <message>
        <source>Start in August</source>
        <translation>Start in augustus</translation>
    </message>
    <message>
        <source>Light presence in the examinations</source>
        <translation>Minder dagen tijdens de examens</translation>
    </message>
</context>
<context>
    <name>PresenceRow</name>
    <message>
        <source>Name of the period</source>
        <translation>Naam van de periode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Eerste dag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Laatste dag</translation>
    </message>
    <message>
        <source>Days in this period</source>
        <translation>Dagen in deze periode</translation>
    </message>
    <message>
        <source>Remove this period</source>
        <translation>Haal deze periode weg</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>Vorige pagina (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Volgende pagina (Page Down)</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Kleiner (Ctrl+−)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Groter (Ctrl++)</translation>
    </message>
    <message>
        <source>{page} of {count}</source>
        <translation>{page} van {count}</translation>
    </message>
    <message>
        <source>{first}–{last} of {count}</source>
        <translation>{first}–{last} van {count}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Preview of the report, {place}</source>
        <translation>Voorbeeld van het verslag, {place}</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>laden</translation>
    </message>
    <message>
        <source>Choose the size</source>
        <translation>Kies de grootte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Grootte</translation>
    </message>
    <message>
        <source>Whole page (Ctrl+0)</source>
        <translation>Hele pagina (Ctrl+0)</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Paginabreedte</translation>
    </message>
</context>
<context>
    <name>PrintingPage</name>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als PDF</translation>
    </message>
    <message>
        <source>Here you print reports. Start with a {student}.</source>
        <translation>Hier druk je verslagen af. Begin met een {student}.</translation>
    </message>
    <message>
        <source>Add {student}</source>
        <translation>{Student} toevoegen</translation>
    </message>
    <message>
        <source>Coaching notes are never in a report.</source>
        <translation>Coachingsnotities staan nooit in een verslag.</translation>
    </message>
    <message>
        <source>Texts of the report…</source>
        <translation>Teksten van het verslag…</translation>
    </message>
    <message>
        <source>Make final…</source>
        <translation>Maak definitief…</translation>
    </message>
    <message>
        <source>All {students}…</source>
        <translation>Alle {students}…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Afdrukken</translation>
    </message>
    <message>
        <source>On the clipboard: {section}</source>
        <translation>Op het klembord: {section}</translation>
    </message>
    <message>
        <source>The {student} sees this screen too. Open a report from the {student}&apos;s own page.</source>
        <translation>De {student} kijkt mee. Open een verslag vanuit de pagina van de {student} zelf.</translation>
    </message>
    <message>
        <source>The report could not be made. Nothing was lost; choose it again, or another one.</source>
        <translation>Het verslag kon niet gemaakt worden. Er is niets verloren; kies het opnieuw, of kies een ander.</translation>
    </message>
    <message>
        <source>This is an older version. It stays as it is.</source>
        <translation>Dit is een oudere versie. Die blijft zoals ze is.</translation>
    </message>
    <message>
        <source>In this round nothing has been filled in yet.</source>
        <translation>In deze ronde is nog niets ingevuld.</translation>
    </message>
    <message>
        <source>There is no round yet.</source>
        <translation>Er is nog geen ronde.</translation>
    </message>
    <message>
        <source>This round is final already.</source>
        <translation>Deze ronde is al definitief.</translation>
    </message>
    <message>
        <source>The report is still being made.</source>
        <translation>Het verslag wordt nog gemaakt.</translation>
    </message>
    <message>
        <source>There is no report to show.</source>
        <translation>Er is geen verslag om te tonen.</translation>
    </message>
    <message>
        <source>Reports are being written.</source>
        <translation>Er worden verslagen gemaakt.</translation>
    </message>
    <message>
        <source>It is being printed.</source>
        <translation>Het wordt afgedrukt.</translation>
    </message>
    <message>
        <source>{report}, round {number}</source>
        <translation>{report}, ronde {number}</translation>
    </message>
    <message>
        <source>{state} · A4, 1 page</source>
        <translation>{state} · A4, 1 pagina</translation>
    </message>
    <message>
        <source>{state} · A4, {count} pages</source>
        <translation>{state} · A4, {count} pagina’s</translation>
    </message>
    <message>
        <source>{language}, with the conditions at the workplace</source>
        <translation>{language}, met de voorwaarden op de werkplek</translation>
    </message>
    <message>
        <source>{language}, without the conditions at the workplace</source>
        <translation>{language}, zonder de voorwaarden op de werkplek</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>These three stand in the privacy notice of every report.</source>
        <translation>Deze drie staan in de privacytekst van elk verslag.</translation>
    </message>
    <message>
        <source>Not complete yet. Until all three are filled in, reports carry a line that says so.</source>
        <translation>Nog niet volledig. Zolang er één ontbreekt, staat dat op de verslagen.</translation>
    </message>
    <message>
        <source>Data controller, often the board</source>
        <translation>Verwerkingsverantwoordelijke, vaak het bestuur</translation>
    </message>
    <message>
        <source>Contact for privacy (DPO)</source>
        <translation>Contactpersoon privacy (DPO)</translation>
    </message>
    <message>
        <source>What the data are for</source>
        <translation>Waarvoor de gegevens dienen</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Put into use</source>
        <translation>Neem in gebruik</translation>
    </message>
    <message>
        <source>Yes, new {students} get this version</source>
        <translation>Ja, nieuwe {students} krijgen deze versie</translation>
    </message>
    <message>
        <source>From now on, for every {student} you add.</source>
        <translation>Vanaf nu, voor elke {student} die je toevoegt.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Nog niet</translation>
    </message>
    <message>
        <source>You can choose it for one {student}, or for all new ones later.</source>
        <translation>Je kunt ze voor één {student} kiezen, of later voor alle nieuwe.</translation>
    </message>
    <message>
        <source>Do new {students} get this version?</source>
        <translation>Krijgen nieuwe {students} deze versie?</translation>
    </message>
    <message>
        <source>From now on this version stays as it is, whatever you change later. Running {students} keep the version they started with.</source>
        <translation>Vanaf nu blijft deze versie zoals ze is, wat je later ook verandert. Lopende {students} houden de versie waarmee ze begonnen.</translation>
    </message>
    <message>
        <source>Name of this version</source>
        <translation>Naam van deze versie</translation>
    </message>
    <message>
        <source>It stands on every sheet and report, such as 2.0.</source>
        <translation>Ze staat op elk blad en verslag, bijvoorbeeld 2.0.</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>Question before</source>
        <translation>Vorige vraag</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Volgende vraag</translation>
    </message>
    <message>
        <source>Question with {code}</source>
        <translation>Vraag bij {code}</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} van {total}</translation>
    </message>
</context>
<context>
    <name>RailItem</name>
    <message>
        <source>open now</source>
        <translation>nu open</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Use the recovery sheet</source>
        <translation>Gebruik het herstelblad</translation>
    </message>
    <message>
        <source>For the profile of {name}. Type the code from the sheet and choose a new passphrase.</source>
        <translation>Voor het profiel van {name}. Typ de code van het blad en kies een nieuwe wachtwoordzin.</translation>
    </message>
    <message>
        <source>Code on the sheet</source>
        <translation>Code op het blad</translation>
    </message>
    <message>
        <source>Capitals and hyphens do not matter.</source>
        <translation>Hoofdletters en streepjes maken niet uit.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Nog eens de nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>Open with the new passphrase</source>
        <translation>Open met de nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Type the code from the sheet.</source>
        <translation>Typ de code van het blad.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>New recovery sheet</source>
        <translation>Nieuw herstelblad</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Je wachtwoordzin</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Druk af…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaar als PDF…</translation>
    </message>
    <message>
        <source>Type the code over from the sheet</source>
        <translation>Typ de code over van het blad</translation>
    </message>
    <message>
        <source>Saved as {file}. Print it and throw the file away.</source>
        <translation>Bewaard als {file}. Druk het af en gooi het bestand weg.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Even geduld…</translation>
    </message>
    <message>
        <source>Being replaced…</source>
        <translation>Wordt vervangen…</translation>
    </message>
    <message>
        <source>Replace the old sheet</source>
        <translation>Vervang het oude blad</translation>
    </message>
    <message>
        <source>The sheet was sent to the printer.</source>
        <translation>Het blad is naar de printer gestuurd.</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Bewaar het herstelblad</translation>
    </message>
    <message>
        <source>recovery sheet</source>
        <translation>herstelblad</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>Dat klopt.</translation>
    </message>
    <message>
        <source>This is not the code above. Look at the sheet and type it again.</source>
        <translation>Dit is niet de code hierboven. Kijk op het blad en typ ze opnieuw.</translation>
    </message>
    <message>
        <source>Type the code over: so you know that the sheet can be read.</source>
        <translation>Typ de code over: zo weet je dat het blad leesbaar is.</translation>
    </message>
    <message>
        <source>Capitals and hyphens do not matter.</source>
        <translation>Hoofdletters en streepjes maken niet uit.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Herstelcode</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Ga verder</translation>
    </message>
    <message>
        <source>For when the old sheet is lost, was seen by somebody, or was used. First your passphrase, then the new code. Nothing changes until you have typed the new code over.</source>
        <translation>Voor als het oude blad kwijt is, gezien is of gebruikt is. Eerst je wachtwoordzin, dan de nieuwe code. Er verandert niets tot je de nieuwe code hebt overgetypt.</translation>
    </message>
    <message>
        <source>Print the new sheet and give it to the school in a closed envelope. As soon as you replace the old sheet, its code opens this profile no more.</source>
        <translation>Druk het nieuwe blad af en geef het aan de school in een gesloten omslag. Zodra je het oude blad vervangt, opent de oude code dit profiel niet meer.</translation>
    </message>
    <message>
        <source>Back-ups made before keep the old code.</source>
        <translation>Back-ups van vroeger houden de oude code.</translation>
    </message>
</context>
<context>
    <name>ReminderBanner</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Doe weg</translation>
    </message>
</context>
<context>
    <name>ReminderSection</name>
    <message>
        <source>Reminders</source>
        <translation>Herinneringen</translation>
    </message>
    <message>
        <source>Before a conversation</source>
        <translation>Voor een gesprek</translation>
    </message>
    <message>
        <source>As a line in this window, and as a notification where your computer shows those. A notification never has a name, and works while the program is locked too.</source>
        <translation>Als een regel in dit venster, en als melding waar je computer die toont. In een melding staat nooit een naam; ze werkt ook als het programma vergrendeld is.</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Niet</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minuten</translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message>
        <source>WPL Desktop</source>
        <extracomment>While the profile is locked so much is known of what comes: longer than any holiday. Which day&apos;s overview was put away in which profile. What the banner stands for now. Those that came after their talk had begun: the computer slept, or nothing could be said before.</extracomment>
        <translation>WPL Desktop</translation>
    </message>
    <message>
        <source>In {minutes} minutes you have a conversation.</source>
        <translation>Over {minutes} minuten heb je een gesprek.</translation>
    </message>
    <message>
        <source>In one minute you have a conversation.</source>
        <translation>Over één minuut heb je een gesprek.</translation>
    </message>
    <message>
        <source>You have a conversation now.</source>
        <translation>Je hebt nu een gesprek.</translation>
    </message>
    <message>
        <source>A conversation was to begin at {time}.</source>
        <translation>Om {time} stond er een gesprek gepland.</translation>
    </message>
    <message>
        <source>In {minutes} minutes: conversation with {who}</source>
        <translation>Over {minutes} minuten: gesprek met {who}</translation>
    </message>
    <message>
        <source>In one minute: conversation with {who}</source>
        <translation>Over één minuut: gesprek met {who}</translation>
    </message>
    <message>
        <source>Now: conversation with {who}</source>
        <translation>Nu: gesprek met {who}</translation>
    </message>
    <message>
        <source>At {time}: conversation with {who}</source>
        <translation>Om {time}: gesprek met {who}</translation>
    </message>
    <message>
        <source>Today: {what}</source>
        <translation>Vandaag: {what}</translation>
    </message>
    <message>
        <source>conversation with {who} at {time}</source>
        <translation>gesprek met {who} om {time}</translation>
    </message>
    <message>
        <source>{count} conversations, the first at {time}</source>
        <translation>{count} gesprekken, het eerste om {time}</translation>
    </message>
    <message>
        <source>one agreement is for today</source>
        <translation>één afspraak is voor vandaag</translation>
    </message>
    <message>
        <source>{count} agreements are for today</source>
        <translation>{count} afspraken zijn voor vandaag</translation>
    </message>
    <message>
        <source>your view for the round with {who}</source>
        <translation>jouw blad voor de ronde met {who}</translation>
    </message>
    <message>
        <source>your view for {count} rounds</source>
        <translation>jouw blad voor {count} rondes</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove for good</source>
        <translation>Verwijder voorgoed</translation>
    </message>
    <message>
        <source>After this it cannot be put back any more. It goes from this profile at once; in back-ups it stays until they are too old to be kept.</source>
        <translation>Hierna kun je dit niet meer terugzetten. Het verdwijnt meteen uit dit profiel. In back-ups blijft het tot ze te oud zijn om te bewaren.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Open the round again</source>
        <extracomment>Under which name what was typed here survives the lock.</extracomment>
        <translation>Heropen de ronde</translation>
    </message>
    <message>
        <source>Why is it opened again?</source>
        <translation>Waarom heropen je?</translation>
    </message>
    <message>
        <source>The reason is kept with version {edition}.</source>
        <translation>De reden wordt bewaard bij versie {edition}.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Heropen</translation>
    </message>
    <message>
        <source>The round can be changed again.</source>
        <translation>Je kunt de ronde weer wijzigen.</translation>
    </message>
    <message>
        <source>Version {edition} stays as it was made, with its code.</source>
        <translation>Versie {edition} blijft zoals ze gemaakt is, met haar code.</translation>
    </message>
    <message>
        <source>What was signed no longer holds: version {edition} is signed anew.</source>
        <translation>Wat getekend is, geldt niet meer: versie {edition} wordt opnieuw getekend.</translation>
    </message>
</context>
<context>
    <name>RepeatFields</name>
    <message>
        <source>The first {day} of each month</source>
        <translation>De eerste {day} van de maand</translation>
    </message>
    <message>
        <source>The last {day} of each month</source>
        <translation>De laatste {day} van de maand</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Eén keer</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Elke week</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>Om de twee weken</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Iets anders…</translation>
    </message>
    <message>
        <source>Every how many weeks</source>
        <translation>Om de hoeveel weken</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Herhaal</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Every so many weeks:</source>
        <translation>Om de hoeveel weken:</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>DRAFT</source>
        <translation>ONTWERP</translation>
    </message>
    <message>
        <source>version {edition}</source>
        <extracomment>Sections that begin a sheet of their own in the final form, and how little of the page before looks forgotten.</extracomment>
        <translation>versie {edition}</translation>
    </message>
    <message>
        <source>School year {year} · round {round} ({kind})</source>
        <translation>Schooljaar {year} · ronde {round} ({kind})</translation>
    </message>
    <message>
        <source>phase {phase}</source>
        <translation>fase {phase}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <extracomment>Between these the head leaves room for what belongs to one kind of sheet only.</extracomment>
        <translation>Pagina {number} van {count}</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertrouwelijk</translation>
    </message>
    <message>
        <source>Final since {day} · code {code}</source>
        <translation>Definitief sinds {day} · code {code}</translation>
    </message>
    <message>
        <source>DEMO · fictitious data</source>
        <translation>DEMO · fictieve gegevens</translation>
    </message>
    <message>
        <source>not yet discussed and signed</source>
        <translation>nog niet besproken en getekend</translation>
    </message>
    <message>
        <source>Midterm report workplace learning</source>
        <translation>Tussentijds verslag werkplekleren</translation>
    </message>
    <message>
        <source>Final report workplace learning</source>
        <translation>Eindverslag werkplekleren</translation>
    </message>
    <message>
        <source>Response of the student</source>
        <translation>Reactie van de student</translation>
    </message>
    <message>
        <source>own words, changed by nobody else</source>
        <translation>eigen woorden, door niemand anders gewijzigd</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>geen reactie</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>The advice rests on the conversation of {day}.</source>
        <translation>Het advies steunt op het gesprek van {day}.</translation>
    </message>
    <message>
        <source>The programme decides and gives its reasons.</source>
        <translation>De opleiding beslist en motiveert het resultaat.</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Handtekeningen</translation>
    </message>
    <message>
        <source>on paper; to sign means ‘seen’</source>
        <translation>op papier; tekenen is ‘gezien’</translation>
    </message>
    <message>
        <source>to sign means ‘seen’</source>
        <translation>tekenen is ‘gezien’</translation>
    </message>
    <message>
        <source>Not signed by</source>
        <translation>Niet getekend door</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Uur</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Handtekening</translation>
    </message>
    <message>
        <source>Signature and stamp</source>
        <translation>Handtekening en stempel</translation>
    </message>
    <message>
        <source>Recorded on the screen; this is not an electronic signature.</source>
        <translation>Vastgelegd op het scherm; dit is geen elektronische handtekening.</translation>
    </message>
    <message>
        <source>Seen and discussed</source>
        <translation>Gezien en besproken</translation>
    </message>
    <message>
        <source>Not signed, reason: {reason}</source>
        <translation>Niet getekend, reden: {reason}</translation>
    </message>
    <message>
        <source>School management</source>
        <translation>Directie</translation>
    </message>
    <message>
        <source>{role} · optional</source>
        <translation>{role} · facultatief</translation>
    </message>
    <message>
        <source>{code}: whoever has the profile can type in this code of version {edition} and see whether this paper and what is kept still agree.</source>
        <translation>{code}: wie het profiel heeft, kan deze code van versie {edition} intypen en ziet of dit papier en wat bewaard is nog overeenkomen.</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Bijlage</translation>
    </message>
    <message>
        <source>Rubric, legend and privacy</source>
        <translation>Rubriek, leeswijzer en privacy</translation>
    </message>
    <message>
        <source>rubric {edition} · {language}</source>
        <translation>rubriek {edition} · {language}</translation>
    </message>
    <message>
        <source>Text of the level agreed together (student&apos;s part, round {round})</source>
        <translation>Tekst van het samen afgesproken niveau (aandeel student, ronde {round})</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Leeswijzer</translation>
    </message>
    <message>
        <source>what may be expected now, in this phase</source>
        <translation>wat nu, in deze fase, verwacht mag worden</translation>
    </message>
    <message>
        <source>the observer could not see this here</source>
        <translation>de waarnemer had hier geen zicht op</translation>
    </message>
    <message>
        <source>there was no occasion yet: look at the workplace</source>
        <translation>er was nog geen aanleiding: kijk naar de werkplek</translation>
    </message>
    <message>
        <source>Each level stands by itself.</source>
        <translation>Elk niveau staat op zichzelf.</translation>
    </message>
    <message>
        <source>how the student sees it</source>
        <translation>beeld van de student zelf</translation>
    </message>
    <message>
        <source>{mentor}, having asked the team</source>
        <translation>{mentor}, na vraag aan het team</translation>
    </message>
    <message>
        <source>agreed in conversation, not computed</source>
        <translation>afgesproken in gesprek, niet berekend</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>{warning}: it is not yet filled in who is responsible for these data and whom to ask about them. Fill this in before the report leaves {the_trialogue}.</source>
        <translation>{warning}: er is nog niet ingevuld wie verantwoordelijk is voor deze gegevens en aan wie je er vragen over stelt. Vul dit in voor het verslag {the_trialogue} verlaat.</translation>
    </message>
    <message>
        <source>Privacy is incomplete</source>
        <translation>Privacy is onvolledig</translation>
    </message>
    <message>
        <source>difference stands</source>
        <extracomment>Longer than this, what stands beside a score moves to the text per criterion.</extracomment>
        <translation>verschil blijft staan</translation>
    </message>
    <message>
        <source>round {round}</source>
        <translation>ronde {round}</translation>
    </message>
    <message>
        <source>at the start of the year</source>
        <translation>bij de start van het jaar</translation>
    </message>
    <message>
        <source>half-way through the year</source>
        <translation>halverwege het jaar</translation>
    </message>
    <message>
        <source>at the end of the year</source>
        <translation>op het einde van het jaar</translation>
    </message>
    <message>
        <source>The {assessor} gives the advice apart from this report.</source>
        <translation>De {assessor} geeft het advies los van dit verslag.</translation>
    </message>
    <message>
        <source>In words, per criterion</source>
        <translation>Toelichting per criterium</translation>
    </message>
    <message>
        <source>only where there was something to say</source>
        <translation>alleen waar er iets te zeggen viel</translation>
    </message>
    <message>
        <source>Evidence: {text}</source>
        <translation>Bewijs: {text}</translation>
    </message>
    <message>
        <source>The difference stands.</source>
        <translation>Het verschil blijft staan.</translation>
    </message>
    <message>
        <source>Agreements and follow-up</source>
        <translation>Afspraken en vervolg</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Tegen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>One perspective, round {round}</source>
        <translation>Eén perspectief, ronde {round}</translation>
    </message>
    <message>
        <source>Two perspectives, round {round}</source>
        <translation>Twee perspectieven, ronde {round}</translation>
    </message>
    <message>
        <source>Three perspectives, round {round}</source>
        <translation>Drie perspectieven, ronde {round}</translation>
    </message>
    <message>
        <source>student&apos;s part</source>
        <translation>aandeel student</translation>
    </message>
    <message>
        <source>Evidence, source and reason</source>
        <translation>Bewijs, bron en reden</translation>
    </message>
    <message>
        <source>The {who} has not filled in anything in this round yet.</source>
        <translation>De {who} vulde in deze ronde nog niets in.</translation>
    </message>
    <message>
        <source>The {first} and the {second} have not filled in anything in this round yet.</source>
        <translation>De {first} en de {second} vulden in deze ronde nog niets in.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterium</translation>
    </message>
    <message>
        <source>see below</source>
        <translation>zie onderaan</translation>
    </message>
    <message>
        <source>see part {section}</source>
        <translation>zie deel {section}</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>{sign} not observed: says something about the observer, not about the student.</source>
        <translation>{sign} niet waargenomen: zegt iets over de waarnemer, niet over de student.</translation>
    </message>
    <message>
        <source>{sign} no opportunity: then look at the workplace.</source>
        <translation>{sign} geen kans gehad: kijk dan naar de werkplek.</translation>
    </message>
    <message>
        <source>{sign} with reservation because of the conditions at the workplace.</source>
        <translation>{sign} onder voorbehoud van de voorwaarden op de werkplek.</translation>
    </message>
    <message>
        <source>typed over on {day}</source>
        <translation>overgetypt op {day}</translation>
    </message>
    <message>
        <source>typed in by somebody else</source>
        <translation>door iemand anders ingetypt</translation>
    </message>
    <message>
        <source>filled in on screen, by themselves</source>
        <translation>zelf ingevuld op het scherm</translation>
    </message>
    <message>
        <source>{how} on {day}</source>
        <translation>{how} op {day}</translation>
    </message>
    <message>
        <source>on paper, written by {who} on {day}</source>
        <translation>op papier, geschreven door {who} op {day}</translation>
    </message>
    <message>
        <source>on paper, written by {who}</source>
        <translation>op papier, geschreven door {who}</translation>
    </message>
    <message>
        <source>on paper, written on {day}</source>
        <translation>op papier, geschreven op {day}</translation>
    </message>
    <message>
        <source>on paper</source>
        <translation>op papier</translation>
    </message>
    <message>
        <source>not blind</source>
        <translation>niet blind</translation>
    </message>
    <message>
        <source>How this round looks</source>
        <translation>Beeld van deze ronde</translation>
    </message>
    <message>
        <source>Growth over two rounds</source>
        <translation>Groei over twee rondes</translation>
    </message>
    <message>
        <source>Growth over three rounds</source>
        <translation>Groei over drie rondes</translation>
    </message>
    <message>
        <source>Growth over {rounds} rounds</source>
        <translation>Groei over {rounds} rondes</translation>
    </message>
    <message>
        <source>R{round}</source>
        <translation>R{round}</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>eerder</translation>
    </message>
    <message>
        <source>agreed level</source>
        <translation>afgesproken niveau</translation>
    </message>
    <message>
        <source>Conditions at the workplace</source>
        <translation>Voorwaarden op de werkplek</translation>
    </message>
    <message>
        <source>workplace&apos;s part, round {round}</source>
        <translation>aandeel werkplek, ronde {round}</translation>
    </message>
    <message>
        <source>This sheet is about the workplace and the programme, not about the {student}, and may be left out of copies that leave {the_trialogue}. What was not filled in appears as ‘not observed’.</source>
        <translation>Dit blad gaat over de werkplek en de opleiding, niet over de {student}, en mag wegblijven uit kopieën die {the_trialogue} verlaten. Wat niet is ingevuld, verschijnt als ‘niet waargenomen’.</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>Waarop het steunt</translation>
    </message>
    <message>
        <source>Growth of the workplace</source>
        <translation>Groei van de werkplek</translation>
    </message>
    <message>
        <source>not observed. The student&apos;s view of the workplace is voluntary.</source>
        <translation>niet waargenomen. De kijk van de student op de werkplek is vrijwillig.</translation>
    </message>
    <message>
        <source>Midterm report</source>
        <translation>Tussentijds verslag</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Student number</source>
        <translation>Studentnummer</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} t.e.m. {last}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>{block_placement}s full-time</source>
        <translation>{block_placement}s voltijds</translation>
    </message>
    <message>
        <source>Present</source>
        <extracomment>The baseline below the day of the talk.</extracomment>
        <translation>Aanwezig</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>{day}, {start}–{end}</source>
        <translation>{day}, {start}–{end} u.</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>Rubriek</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>Nothing has been agreed together in this round yet, and the workplace has not filled in anything.</source>
        <translation>In deze ronde is nog niets samen afgesproken en de werkplek vulde nog niets in.</translation>
    </message>
    <message>
        <source>Put side by side on {day}.</source>
        <translation>Naast elkaar gelegd op {day}.</translation>
    </message>
    <message>
        <source>Not ready by then: {who}.</source>
        <translation>Toen nog niet klaar: {who}.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Reden: {reason}</translation>
    </message>
    <message>
        <source>Not ready: {who}.</source>
        <translation>Niet klaar: {who}.</translation>
    </message>
    <message>
        <source>Not filled in by {who}: {what}.</source>
        <translation>Niet ingevuld door {who}: {what}.</translation>
    </message>
    <message>
        <source>The views were not put side by side.</source>
        <translation>De kijken zijn niet naast elkaar gelegd.</translation>
    </message>
    <message>
        <source>Nothing agreed together on {what}.</source>
        <translation>Niets samen afgesproken over {what}.</translation>
    </message>
    <message>
        <source>A difference stands without words on {what}.</source>
        <translation>Een verschil blijft staan zonder woorden bij {what}.</translation>
    </message>
    <message>
        <source>Not written: {what}.</source>
        <translation>Niet geschreven: {what}.</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Sterk</translation>
    </message>
    <message>
        <source>Grown</source>
        <translation>Gegroeid</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>What stayed open, and why</source>
        <translation>Wat openbleef, en waarom</translation>
    </message>
    <message>
        <source>Agreed together, round {round}</source>
        <translation>Samen afgesproken, ronde {round}</translation>
    </message>
    <message>
        <source>How the workplace sees it, round {round}</source>
        <translation>Beeld van de werkplek, ronde {round}</translation>
    </message>
    <message>
        <source>earlier: {rounds}</source>
        <translation>eerder: {rounds}</translation>
    </message>
    <message>
        <source>Difference stands</source>
        <translation>Verschil blijft staan</translation>
    </message>
    <message>
        <source>both positions are in part {section}</source>
        <translation>beide posities staan in deel {section}</translation>
    </message>
    <message>
        <source>with reservation: see the workplace&apos;s part</source>
        <translation>onder voorbehoud: zie aandeel werkplek</translation>
    </message>
    <message>
        <source>with reservation</source>
        <translation>onder voorbehoud</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>verschil</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>{level} = what may reasonably be expected now, {moment}.</source>
        <translation>{level} = wat nu, {moment}, redelijkerwijs verwacht mag worden.</translation>
    </message>
    <message>
        <source>{level} = what may reasonably be expected now, in phase {phase} and {moment}.</source>
        <translation>{level} = wat nu, in fase {phase} en {moment}, redelijkerwijs verwacht mag worden.</translation>
    </message>
    <message>
        <source>*With reservation*: on this criterion the conditions at the workplace are below what may be expected. The student&apos;s level does not change by that; read both together.</source>
        <translation>*Onder voorbehoud*: bij dit criterium staan de voorwaarden op de werkplek lager dan verwacht mag worden. Het niveau van de student verandert daardoor niet; lees beide samen.</translation>
    </message>
    <message>
        <source>Not yet discussed together: this is the workplace&apos;s view only.</source>
        <translation>Nog niet samen besproken: dit is alleen het beeld van de werkplek.</translation>
    </message>
    <message>
        <source>This round looked at some of the criteria only. Not in view: {codes}.</source>
        <translation>Deze ronde keek naar enkele criteria. Niet in beeld: {codes}.</translation>
    </message>
    <message>
        <source>On {codes} a difference stood in round {round}.</source>
        <translation>Bij {codes} bleef in ronde {round} een verschil staan.</translation>
    </message>
    <message>
        <source>On {codes} there was no opportunity (×) in round {round}.</source>
        <translation>Bij {codes} was er in ronde {round} geen kans (×).</translation>
    </message>
    <message>
        <source>{codes} was not observed (–) in round {round}.</source>
        <translation>{codes} werd in ronde {round} niet waargenomen (–).</translation>
    </message>
    <message>
        <source>Response of the student: see part {section}.</source>
        <translation>Reactie van de student: zie deel {section}.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>made on {day}</source>
        <translation>gemaakt op {day}</translation>
    </message>
    <message>
        <source>With this code you open your profile when the passphrase is forgotten. It does the same as the passphrase: whoever has this sheet and the computer can read everything. Without passphrase and without this sheet nobody can open the profile again, and we cannot either.</source>
        <translation>Met deze code open je je profiel als je de wachtwoordzin vergeten bent. Ze doet hetzelfde als de wachtwoordzin: wie dit blad en de computer heeft, kan alles lezen. Zonder wachtwoordzin en zonder dit blad krijgt niemand het profiel nog open, ook wij niet.</translation>
    </message>
    <message>
        <source>Secret: keep under lock and key</source>
        <translation>Geheim: achter slot bewaren</translation>
    </message>
    <message>
        <source>Keep it well</source>
        <translation>Bewaar het goed</translation>
    </message>
    <message>
        <source>Print this sheet now. Do not photograph it and do not save it on a computer.</source>
        <translation>Druk dit blad nu af. Neem er geen foto van en bewaar het niet op een computer.</translation>
    </message>
    <message>
        <source>Put it in a closed envelope and in the school&apos;s safe or locked cupboard.</source>
        <translation>Steek het in een gesloten omslag en leg het in de kluis of een afgesloten kast van de school.</translation>
    </message>
    <message>
        <source>Keep it away from the computer: who steals one must not have the other.</source>
        <translation>Leg het niet bij de computer: wie het ene steelt, mag het andere niet hebben.</translation>
    </message>
    <message>
        <source>Tell one person at school that it exists and where it lies.</source>
        <translation>Zeg aan één persoon op school dat het bestaat en waar het ligt.</translation>
    </message>
    <message>
        <source>Did you have to use it? Choose a new passphrase straight away.</source>
        <translation>Moest je het gebruiken? Kies meteen een nieuwe wachtwoordzin.</translation>
    </message>
    <message>
        <source>Lies with</source>
        <translation>Ligt bij</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sinds</translation>
    </message>
    <message>
        <source>Growth sheet</source>
        <extracomment>More rounds than this get a page of their own, so that shapes stay apart.</extracomment>
        <translation>Groeiblad</translation>
    </message>
    <message>
        <source>No round has been put side by side yet. From then on this sheet shows where everybody stood.</source>
        <translation>Er is nog geen ronde naast elkaar gelegd. Vanaf dan toont dit blad waar iedereen stond.</translation>
    </message>
    <message>
        <source>not in this round</source>
        <translation>niet in deze ronde</translation>
    </message>
    <message>
        <source>bar below the cell: the level agreed on together</source>
        <translation>streep onder het vak: niveau dat jullie samen afspraken</translation>
    </message>
    <message>
        <source>Not put side by side yet, and therefore not on this sheet: round {numbers}.</source>
        <translation>Nog niet naast elkaar gelegd en daarom niet op dit blad: ronde {numbers}.</translation>
    </message>
    <message>
        <source>This sheet is about the workplace and the programme, not about the {student}, and may be left out of copies that leave {the_trialogue}. What the {student} left open appears as ‘not observed’.</source>
        <translation>Dit blad gaat over de werkplek en de opleiding, niet over de {student}, en mag wegblijven uit kopieën die {the_trialogue} verlaten. Wat de {student} openliet, verschijnt als ‘niet waargenomen’.</translation>
    </message>
    <message>
        <source>Each level stands by itself, for this phase and this moment in the year; the {student} is only put beside the own past.</source>
        <translation>Elk niveau staat op zichzelf, voor deze fase en dit moment van het jaar; de {student} wordt alleen naast het eigen verleden gelegd.</translation>
    </message>
    <message>
        <source>School year {year}</source>
        <translation>Schooljaar {year}</translation>
    </message>
    <message>
        <source>My view of the workplace</source>
        <translation>Mijn kijk op de werkplek</translation>
    </message>
    <message>
        <source>The {student} wrote this and decides who gets it. It was not kept in the program: this paper, or the locked file it was saved in, is the only copy.</source>
        <translation>De {student} schreef dit en beslist wie het krijgt. Het is niet bewaard in het programma: dit papier, of het vergrendelde bestand, is het enige exemplaar.</translation>
    </message>
    <message>
        <source>Trialogue sheet</source>
        <extracomment>Room for one line of handwriting (6.5). From the lower edge of the boxes to the first line of a text below them. Below boxes one less, so that the row is no higher than its two lines for the pen. No more letters than this fit on those lines, in whatever script.</extracomment>
        <translation>Trialoogblad</translation>
    </message>
    <message>
        <source>What ends in … was cut: the whole text is in the report.</source>
        <translation>Wat op … eindigt, is ingekort: de hele tekst staat in het verslag.</translation>
    </message>
    <message>
        <source>Reason, evidence or agreement</source>
        <translation>Reden, bewijs of afspraak</translation>
    </message>
    <message>
        <source>who, what, by when</source>
        <translation>wie, wat, wanneer</translation>
    </message>
    <message>
        <source>voluntary</source>
        <translation>vrijwillig</translation>
    </message>
    <message>
        <source>own picture</source>
        <translation>eigen beeld</translation>
    </message>
    <message>
        <source>agreed, not computed</source>
        <translation>afgesproken, niet berekend</translation>
    </message>
    <message>
        <source>with reservation because of the conditions at the workplace</source>
        <translation>onder voorbehoud van de voorwaarden op de werkplek</translation>
    </message>
    <message>
        <source>Growth plan</source>
        <translation>Groeiplan</translation>
    </message>
    <message>
        <source>{outcome} on {day}</source>
        <translation>{outcome} op {day}</translation>
    </message>
    <message>
        <source>here with the {student}&apos;s knowledge</source>
        <translation>hier met medeweten van de {student}</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Support given</source>
        <translation>Gegeven steun</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
</context>
<context>
    <name>ReportArea</name>
    <message>
        <source>Show the newest</source>
        <translation>Toon de nieuwste</translation>
    </message>
    <message>
        <source>Open a round…</source>
        <translation>Open een ronde…</translation>
    </message>
    <message>
        <source>In this round nothing has been filled in yet. A report shows what somebody scored or wrote.</source>
        <translation>In deze ronde is nog niets ingevuld. Een verslag toont wat iemand scoorde of schreef.</translation>
    </message>
    <message>
        <source>To the score sheet</source>
        <translation>Naar het scoreblad</translation>
    </message>
    <message>
        <source>{name} has no round yet. A report shows one round.</source>
        <translation>{name} heeft nog geen ronde. Een verslag gaat over één ronde.</translation>
    </message>
    <message>
        <source>A report of {name} comes here once the levels of its round are put side by side.</source>
        <translation>Een verslag van {name} komt hier zodra de niveaus van de ronde naast elkaar gelegd zijn.</translation>
    </message>
    <message>
        <source>No font here has these characters; the paper shows a box instead: {characters}</source>
        <translation>Geen lettertype hier heeft deze tekens; op papier staat een vakje: {characters}</translation>
    </message>
    <message>
        <source>Version {number} of {day} no longer holds: the round was opened again on {reopened}.</source>
        <translation>Versie {number} van {day} geldt niet meer: de ronde is op {reopened} heropend.</translation>
    </message>
</context>
<context>
    <name>ReportOutput</name>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>Folder for the reports</source>
        <translation>Map voor de verslagen</translation>
    </message>
    <message>
        <source>This folder does not exist any more. Choose another folder.</source>
        <translation>Deze map bestaat niet meer. Kies een andere map.</translation>
    </message>
    <message>
        <source>The disk is full. Make room or choose another place, and save again.</source>
        <translation>De schijf is vol. Maak plaats of kies een andere plek, en bewaar opnieuw.</translation>
    </message>
    <message>
        <source>You may not write there, or the file is open in another program. Close it or choose another folder.</source>
        <translation>Je mag daar niet schrijven, of het bestand is open in een ander programma. Sluit het of kies een andere map.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Bewaard: {file}</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the report as PDF and print it elsewhere.</source>
        <translation>Deze computer kent geen printer. Bewaar het verslag als PDF en druk het elders af.</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Het afdrukken is gestopt.</translation>
    </message>
    <message>
        <source>Not saved. {why}</source>
        <translation>Niet bewaard. {why}</translation>
    </message>
    <message>
        <source>Printing: page {page} of {count}</source>
        <translation>Afdrukken: pagina {page} van {count}</translation>
    </message>
    <message>
        <source>Sent to the printer: {count} pages.</source>
        <translation>Naar de printer gestuurd: {count} pagina’s.</translation>
    </message>
    <message>
        <source>Sent to the printer: 1 page.</source>
        <translation>Naar de printer gestuurd: 1 pagina.</translation>
    </message>
    <message>
        <source>Not printed: the printer does not answer. Look whether it is on, and print again.</source>
        <translation>Niet afgedrukt: de printer antwoordt niet. Kijk of hij aan staat en druk opnieuw af.</translation>
    </message>
</context>
<context>
    <name>ReportTextsDialog</name>
    <message>
        <source>Texts of the report</source>
        <translation>Teksten van het verslag</translation>
    </message>
    <message>
        <source>No response</source>
        <translation>Geen reactie</translation>
    </message>
    <message>
        <source>Coach and assessor are apart here: the assessor gives the advice in a report of their own.</source>
        <translation>Coach en beoordelaar zijn hier gescheiden: de beoordelaar geeft het advies in een eigen verslag.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Opgeslagen</translation>
    </message>
    <message>
        <source>Nothing about health, family, origin or belief. Write down a measure, not a diagnosis: “20 minutes of extra preparation time”.</source>
        <translation>Niets over gezondheid, familie, afkomst of geloof. Schrijf een maatregel op, geen diagnose: ‘20 minuten extra voorbereidingstijd’.</translation>
    </message>
    <message>
        <source>Three sentences</source>
        <translation>Drie zinnen</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Sterk</translation>
    </message>
    <message>
        <source>Grown</source>
        <translation>Gegroeid</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>No mark, no passed or failed: the programme decides.</source>
        <translation>Geen punten, geen ‘geslaagd’ of ‘niet geslaagd’: de opleiding beslist.</translation>
    </message>
    <message>
        <source>Response of the {student}</source>
        <translation>Reactie van de {student}</translation>
    </message>
    <message>
        <source>In the {student}&apos;s own words. Nobody else changes them.</source>
        <translation>In eigen woorden van de {student}. Niemand anders verandert er iets aan.</translation>
    </message>
    <message>
        <source>{report}, round {number}</source>
        <translation>{report}, ronde {number}</translation>
    </message>
    <message>
        <source>This round is final: you can read the texts, not change them.</source>
        <translation>Deze ronde is definitief: je kunt de teksten lezen, niet wijzigen.</translation>
    </message>
    <message>
        <source>What you write here saves itself.</source>
        <translation>Wat je hier schrijft, wordt vanzelf opgeslagen.</translation>
    </message>
    <message>
        <source>There is a response.</source>
        <translation>Er is een reactie.</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Sluit zonder op te slaan</translation>
    </message>
</context>
<context>
    <name>RestoreCard</name>
    <message>
        <source>Put a back-up back</source>
        <translation>Zet een back-up terug</translation>
    </message>
    <message>
        <source>Choose the moment you want to go back to.</source>
        <translation>Kies het moment waarnaar je terug wil.</translation>
    </message>
    <message>
        <source>Back-ups</source>
        <translation>Back-ups</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Kies een bestand…</translation>
    </message>
    <message>
        <source>The profile as it is now is not thrown away: it is kept beside your back-ups. The passphrase becomes the one of that moment.</source>
        <translation>Het profiel van nu gaat niet verloren: het blijft bewaard naast je back-ups. De wachtwoordzin wordt weer die van dat moment.</translation>
    </message>
    <message>
        <source>Put this back-up back</source>
        <translation>Zet deze back-up terug</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Choose a back-up</source>
        <translation>Kies een back-up</translation>
    </message>
    <message>
        <source>Back-ups of WPL Desktop (*.wplbackup)</source>
        <translation>Back-ups van WPL Desktop (*.wplbackup)</translation>
    </message>
    <message>
        <source>Looking for back-ups…</source>
        <translation>Back-ups zoeken…</translation>
    </message>
    <message>
        <source>There are no back-ups on this computer. Choose a file, for instance on a USB stick of the school.</source>
        <translation>Er zijn geen back-ups op deze computer. Kies een bestand, bijvoorbeeld op een usb-stick van de school.</translation>
    </message>
    <message>
        <source>The back-up of {name}, made on {moment}.</source>
        <translation>De back-up van {name}, gemaakt op {moment}.</translation>
    </message>
    <message>
        <source>This back-up cannot be read.</source>
        <translation>Deze back-up is niet te lezen.</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Back to the preview</source>
        <translation>Terug naar het voorbeeld</translation>
    </message>
    <message>
        <source>What was written and what was not</source>
        <translation>Wat gemaakt is en wat niet</translation>
    </message>
    <message>
        <source>In {folder}</source>
        <translation>In {folder}</translation>
    </message>
    <message>
        <source>Not written. {why}</source>
        <translation>Niet gemaakt. {why}</translation>
    </message>
    <message>
        <source>Skipped: {file} was there already.</source>
        <translation>Overgeslagen: {file} stond er al.</translation>
    </message>
    <message>
        <source>Skipped: this {student} has no such round.</source>
        <translation>Overgeslagen: deze {student} heeft die ronde niet.</translation>
    </message>
    <message>
        <source>Skipped: in this round nothing has been filled in yet.</source>
        <translation>Overgeslagen: in deze ronde is nog niets ingevuld.</translation>
    </message>
    <message>
        <source>Not made: it was stopped before.</source>
        <translation>Niet gemaakt: het werk is eerder gestopt.</translation>
    </message>
</context>
<context>
    <name>RevealDialog</name>
    <message>
        <source>Put side by side</source>
        <extracomment>Under which name what was typed here survives the lock. The round whose sheets are side by side now.</extracomment>
        <translation>Leg naast elkaar</translation>
    </message>
    <message>
        <source>Why do you not wait?</source>
        <translation>Waarom wacht je niet?</translation>
    </message>
    <message>
        <source>The reason is kept, and printed with the report.</source>
        <translation>De reden wordt bewaard en komt bij het verslag.</translation>
    </message>
    <message>
        <source>Put side by side all the same</source>
        <translation>Leg toch naast elkaar</translation>
    </message>
    <message>
        <source>The sheets are side by side already.</source>
        <translation>De bladen liggen al naast elkaar.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>Your own sheet is not ready yet. Finish it first.</source>
        <translation>Jouw eigen blad is nog niet klaar. Maak het eerst af.</translation>
    </message>
    <message>
        <source>Afterwards you can put the sheets side by side here.</source>
        <translation>Daarna kun je de bladen hier naast elkaar leggen.</translation>
    </message>
    <message>
        <source>To your sheet</source>
        <translation>Naar jouw blad</translation>
    </message>
    <message>
        <source>Not ready yet: {who}.</source>
        <translation>Nog niet klaar: {who}.</translation>
    </message>
    <message>
        <source>It is best to wait a little longer.</source>
        <translation>Je wacht best nog even.</translation>
    </message>
    <message>
        <source>It is best to wait, until {day}.</source>
        <translation>Je wacht best, tot {day}.</translation>
    </message>
    <message>
        <source>Going on cannot be undone: who comes later is no longer blind.</source>
        <translation>Doorgaan kun je niet ongedaan maken: wie later komt, is niet meer blind.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Wacht nog</translation>
    </message>
    <message>
        <source>From now on everybody sees each other&apos;s levels. This is done once and cannot be undone.</source>
        <translation>Vanaf nu ziet iedereen elkaars niveaus. Dit doe je één keer en je kunt het niet ongedaan maken.</translation>
    </message>
    <message>
        <source>Write down why you do not wait.</source>
        <translation>Schrijf op waarom je niet wacht.</translation>
    </message>
</context>
<context>
    <name>RoundContent</name>
    <message>
        <source>Look</source>
        <extracomment>What it is about, for who hears the button without seeing the line it stands on.</extracomment>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul in</translation>
    </message>
    <message>
        <source>Give the laptop</source>
        <translation>Geef de laptop</translation>
    </message>
    <message>
        <source>Type over from paper</source>
        <translation>Typ over van papier</translation>
    </message>
    <message>
        <source>Type over the paper of {name}</source>
        <translation>Typ het papier van {name} over</translation>
    </message>
    <message>
        <source>Type in for them</source>
        <translation>Typ in namens</translation>
    </message>
    <message>
        <source>Type in for {name}</source>
        <translation>Typ in namens {name}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>version {edition}</source>
        <translation>versie {edition}</translation>
    </message>
    <message>
        <source>Open again…</source>
        <translation>Heropen…</translation>
    </message>
    <message>
        <source>Sign on the screen…</source>
        <translation>Teken op het scherm…</translation>
    </message>
    <message>
        <source>Does not sign…</source>
        <translation>Tekent niet…</translation>
    </message>
    <message>
        <source>Put side by side…</source>
        <translation>Leg naast elkaar…</translation>
    </message>
    <message>
        <source>Read the texts</source>
        <translation>Lees de teksten</translation>
    </message>
    <message>
        <source>Write the texts…</source>
        <translation>Schrijf de teksten…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Make final…</source>
        <translation>Maak definitief…</translation>
    </message>
    <message>
        <source>Print to sign</source>
        <translation>Druk af om te tekenen</translation>
    </message>
    <message>
        <source>Each apart</source>
        <translation>Ieder apart</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Naast elkaar</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitief</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Ondertekenen</translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message>
        <source>Open a round</source>
        <extracomment>So many names are read; a list of more is only counted.</extracomment>
        <translation>Ronde openen</translation>
    </message>
    <message>
        <source>What the round is for</source>
        <translation>Waarvoor de ronde dient</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Niet gekoppeld</translation>
    </message>
    <message>
        <source>Which criteria</source>
        <translation>Welke criteria</translation>
    </message>
    <message>
        <source>At the end, with all criteria, the {student}&apos;s response and advice.</source>
        <translation>Op het einde, met alle criteria, de reactie van de {student} en het advies.</translation>
    </message>
    <message>
        <source>Open round</source>
        <translation>Open ronde</translation>
    </message>
    <message>
        <source>Change the round</source>
        <translation>Ronde wijzigen</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>Bewaar wijzigingen</translation>
    </message>
    <message>
        <source>Day of the talk</source>
        <translation>Dag van het gesprek</translation>
    </message>
    <message>
        <source>Everybody ready by</source>
        <translation>Iedereen klaar tegen</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Wie doet mee</translation>
    </message>
    <message>
        <source>{count} {students}</source>
        <translation>{count} {students}</translation>
    </message>
    <message>
        <source>A round is a moment at which everybody scores, each apart first.</source>
        <translation>In een ronde kijkt iedereen naar de criteria, eerst elk apart.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} en nog {count}</translation>
    </message>
    <message>
        <source>{names}. Each gets round {number}.</source>
        <translation>{names}. Elk krijgt ronde {number}.</translation>
    </message>
    <message>
        <source>{names}. Each gets the round that comes next.</source>
        <translation>{names}. Elk krijgt de ronde die volgt.</translation>
    </message>
    <message>
        <source>Everybody can begin right away: the round opens two weeks before the talk.</source>
        <translation>Iedereen kan meteen beginnen: de ronde opent twee weken voor het gesprek.</translation>
    </message>
    <message>
        <source>The round opens two weeks before the talk, on {day}; earlier is possible too.</source>
        <translation>De ronde opent twee weken voor het gesprek, op {day}; vroeger invullen kan ook.</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Belongs to the conversation</source>
        <translation>Hoort bij het gesprek</translation>
    </message>
    <message>
        <source>A light first look, early in the year. A few criteria are enough.</source>
        <translation>Een lichte eerste blik, vroeg in het jaar. Enkele criteria volstaan.</translation>
    </message>
    <message>
        <source>Half-way, with time left to adjust.</source>
        <translation>Halverwege, met nog tijd om bij te sturen.</translation>
    </message>
</context>
<context>
    <name>RoundGaps</name>
    <message>
        <source>{who} is not ready.</source>
        <extracomment>A sentence with more codes than these is no longer read.</extracomment>
        <translation>{who} is niet klaar.</translation>
    </message>
    <message>
        <source>{who} has not filled in {what} ({part}).</source>
        <translation>{who} heeft {what} niet ingevuld ({part}).</translation>
    </message>
    <message>
        <source>The sheets were not put side by side.</source>
        <translation>De bladen zijn niet naast elkaar gelegd.</translation>
    </message>
    <message>
        <source>Nothing was agreed together on {what} ({part}).</source>
        <translation>Over {what} is samen niets afgesproken ({part}).</translation>
    </message>
    <message>
        <source>The difference stands without words on {what} ({part}).</source>
        <translation>Bij {what} blijft het verschil staan zonder woorden ({part}).</translation>
    </message>
    <message>
        <source>Not written: {what}.</source>
        <translation>Niet geschreven: {what}.</translation>
    </message>
    <message>
        <source>the {student}</source>
        <translation>de {student}</translation>
    </message>
    <message>
        <source>the workplace</source>
        <translation>de werkplek</translation>
    </message>
    <message>
        <source>the institute</source>
        <translation>de opleiding</translation>
    </message>
    <message>
        <source>{count} criteria</source>
        <translation>{count} criteria</translation>
    </message>
    <message>
        <source>what is strong</source>
        <translation>wat sterk is</translation>
    </message>
    <message>
        <source>what has grown</source>
        <translation>wat gegroeid is</translation>
    </message>
    <message>
        <source>the next step</source>
        <translation>de volgende stap</translation>
    </message>
    <message>
        <source>the advice</source>
        <translation>het advies</translation>
    </message>
    <message>
        <source>the response of the {student}</source>
        <translation>de reactie van de {student}</translation>
    </message>
    <message>
        <source>The name of another {student} stands in {where}.</source>
        <translation>Er staat een naam van een andere {student} in {where}.</translation>
    </message>
    <message>
        <source>The name of another {student} stands in {where}: {name}</source>
        <translation>Er staat een naam van een andere {student} in {where}: {name}</translation>
    </message>
    <message>
        <source>the comment on {code}</source>
        <translation>de toelichting bij {code}</translation>
    </message>
    <message>
        <source>the evidence for {code}</source>
        <translation>het bewijs bij {code}</translation>
    </message>
    <message>
        <source>the difference on {code}</source>
        <translation>het verschil bij {code}</translation>
    </message>
    <message>
        <source>the reason for {code}</source>
        <translation>de reden bij {code}</translation>
    </message>
    <message>
        <source>an agreement</source>
        <translation>een afspraak</translation>
    </message>
    <message>
        <source>a goal of the growth plan</source>
        <translation>een doel van het groeiplan</translation>
    </message>
    <message>
        <source>the reason for not waiting</source>
        <translation>de reden om niet te wachten</translation>
    </message>
    <message>
        <source>a reason above</source>
        <translation>een reden hierboven</translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message>
        <source>Change…</source>
        <translation>Wijzig…</translation>
    </message>
    <message>
        <source>Check a code…</source>
        <translation>Controleer een code…</translation>
    </message>
    <message>
        <source>This round is not there any more. It may be in the bin.</source>
        <translation>Deze ronde is er niet meer. Misschien ligt ze in de prullenbak.</translation>
    </message>
    <message>
        <source>All rounds</source>
        <translation>Alle rondes</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Hide the sheets</source>
        <translation>Verberg de bladen</translation>
    </message>
    <message>
        <source>Show the sheets</source>
        <translation>Toon de bladen</translation>
    </message>
</context>
<context>
    <name>RoundWords</name>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} en {last}</translation>
    </message>
    <message>
        <source>Round {number}, {kind}</source>
        <translation>Ronde {number}, {kind}</translation>
    </message>
    <message>
        <source>focus on {codes}</source>
        <translation>focus op {codes}</translation>
    </message>
    <message>
        <source>all {count} criteria</source>
        <translation>alle {count} criteria</translation>
    </message>
    <message>
        <source>Talk on {day}, ready by {ready_by}, {extent}</source>
        <translation>Gesprek op {day}, klaar tegen {ready_by}, {extent}</translation>
    </message>
    <message>
        <source>This trajectory is closed: everything here can be read.</source>
        <translation>Dit traject is afgesloten: je kunt alles nog lezen.</translation>
    </message>
    <message>
        <source>Now: print the report and sign it</source>
        <translation>Nu: druk het verslag af en laat het tekenen</translation>
    </message>
    <message>
        <source>Now: talk about what each of you saw</source>
        <translation>Nu: bespreek samen wat ieder zag</translation>
    </message>
    <message>
        <source>Now: write the texts of the report</source>
        <translation>Nu: schrijf de teksten van het verslag</translation>
    </message>
    <message>
        <source>Now: ask the {student} for a response</source>
        <translation>Nu: vraag de {student} om een reactie</translation>
    </message>
    <message>
        <source>Now: make the report final</source>
        <translation>Nu: maak het verslag definitief</translation>
    </message>
    <message>
        <source>This round opens on {day}. You can begin earlier.</source>
        <translation>Deze ronde begint op {day}. Je mag vroeger beginnen.</translation>
    </message>
    <message>
        <source>Now: fill in your sheet, by {day}</source>
        <translation>Nu: vul jouw blad in, tegen {day}</translation>
    </message>
    <message>
        <source>Now: wait for {who}, until {day}</source>
        <translation>Nu: wacht op {who}, tot {day}</translation>
    </message>
    <message>
        <source>Now: put the sheets side by side</source>
        <translation>Nu: leg de bladen naast elkaar</translation>
    </message>
    <message>
        <source>Now: fill in your sheet</source>
        <translation>Nu: vul jouw blad in</translation>
    </message>
    <message>
        <source>Now: wait for {who}</source>
        <translation>Nu: wacht op {who}</translation>
    </message>
    <message>
        <source>Everybody fills in a sheet, without seeing the others.</source>
        <translation>Ieder vult een blad in, zonder dat van de anderen te zien.</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>niet klaar</translation>
    </message>
    <message>
        <source>On {day}</source>
        <translation>Op {day}</translation>
    </message>
    <message>
        <source>Not done in this round.</source>
        <translation>Niet gedaan in deze ronde.</translation>
    </message>
    <message>
        <source>Waits for {who}.</source>
        <translation>Wacht op {who}.</translation>
    </message>
    <message>
        <source>Everybody is ready. From then on you see each other&apos;s sheets.</source>
        <translation>Iedereen is klaar. Vanaf dan zien jullie elkaars blad.</translation>
    </message>
    <message>
        <source>Before everybody was ready: {reason}</source>
        <translation>Voordat iedereen klaar was: {reason}</translation>
    </message>
    <message>
        <source>Not ready then: {who}.</source>
        <translation>Toen niet klaar: {who}.</translation>
    </message>
    <message>
        <source>Once the sheets are side by side you agree, or do not.</source>
        <translation>Eens de bladen naast elkaar liggen, worden jullie het eens, of niet.</translation>
    </message>
    <message>
        <source>{part}: {count} of {total} discussed</source>
        <translation>{part}: {count} van {total} besproken</translation>
    </message>
    <message>
        <source>{count} of {total} texts written</source>
        <translation>{count} van {total} teksten geschreven</translation>
    </message>
    <message>
        <source>with a response of the {student}</source>
        <translation>met een reactie van de {student}</translation>
    </message>
    <message>
        <source>no response of the {student}</source>
        <translation>geen reactie van de {student}</translation>
    </message>
    <message>
        <source>response of the {student} still open</source>
        <translation>reactie van de {student} nog open</translation>
    </message>
    <message>
        <source>Being changed into version {edition}.</source>
        <translation>Wordt gewijzigd tot versie {edition}.</translation>
    </message>
    <message>
        <source>Afterwards the round can only be read, and its report gets a code.</source>
        <translation>Daarna kun je de ronde alleen nog lezen, en het verslag krijgt een code.</translation>
    </message>
    <message>
        <source>Final since {day}</source>
        <translation>Definitief sinds {day}</translation>
    </message>
    <message>
        <source>With a pen on the printed report. Whoever wants can do it on this screen.</source>
        <translation>Met de pen op het afgedrukte verslag. Wie wil, doet het op dit scherm.</translation>
    </message>
    <message>
        <source>Version {edition}, {day}</source>
        <translation>Versie {edition}, {day}</translation>
    </message>
    <message>
        <source>reopened {day}: {reason}</source>
        <translation>heropend {day}: {reason}</translation>
    </message>
    <message>
        <source>not signed yet (with a pen on paper)</source>
        <translation>nog niet getekend (met de pen op papier)</translation>
    </message>
    <message>
        <source>does not sign, {when}: {reason}</source>
        <translation>tekent niet, {when}: {reason}</translation>
    </message>
    <message>
        <source>seen and discussed on this screen, {when}: {who}</source>
        <translation>gezien en besproken op dit scherm, {when}: {who}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>nog niet</translation>
    </message>
    <message>
        <source>ready since {day}</source>
        <translation>klaar sinds {day}</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>niet begonnen</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} van {total}</translation>
    </message>
    <message>
        <source>not blind</source>
        <translation>niet blind</translation>
    </message>
    <message>
        <source>from paper</source>
        <translation>van papier</translation>
    </message>
    <message>
        <source>typed in by somebody else</source>
        <translation>ingetypt door iemand anders</translation>
    </message>
    <message>
        <source>typed in by {name}</source>
        <translation>ingetypt door {name}</translation>
    </message>
    <message>
        <source>on screen, by themselves</source>
        <translation>zelf op het scherm</translation>
    </message>
</context>
<context>
    <name>ScaleForm</name>
    <message>
        <source>Add a level</source>
        <translation>Voeg een niveau toe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>Naam van de criteria</translation>
    </message>
    <message>
        <source>Level {level}</source>
        <translation>Niveau {level}</translation>
    </message>
    <message>
        <source>Remove level {level}</source>
        <translation>Haal niveau {level} weg</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Schaal</translation>
    </message>
    <message>
        <source>A scale has {fewest} to {most} levels, each with its own text in every criterion. Levels of one version are never converted into those of another.</source>
        <translation>Een schaal heeft {fewest} tot {most} niveaus, elk met een eigen tekst bij ieder criterium. Niveaus van de ene versie worden nooit omgerekend naar die van een andere.</translation>
    </message>
    <message>
        <source>May be expected now</source>
        <translation>Mag je nu verwachten</translation>
    </message>
    <message>
        <source>There are at most {most} levels.</source>
        <translation>Er zijn hoogstens {most} niveaus.</translation>
    </message>
</context>
<context>
    <name>SchoolStep</name>
    <message>
        <source>Your role</source>
        <translation>Je rol</translation>
    </message>
    <message>
        <source>You and your workplace</source>
        <translation>Jij en je werkplek</translation>
    </message>
    <message>
        <source>Name of your {workplace}</source>
        <translation>Naam van je {workplace}</translation>
    </message>
    <message>
        <source>Fill in the name of your {workplace}.</source>
        <translation>Vul de naam van je {workplace} in.</translation>
    </message>
    <message>
        <source>You do not know these three yet? Leave them empty and ask. Until they are filled in, reports carry a line that says they are missing.</source>
        <translation>Weet je deze drie nog niet? Laat ze leeg en vraag het na. Zolang ze ontbreken, staat dat met één regel op de verslagen.</translation>
    </message>
    <message>
        <source>Address (optional)</source>
        <translation>Adres (mag leeg blijven)</translation>
    </message>
    <message>
        <source>Data controller, often the board</source>
        <translation>Verwerkingsverantwoordelijke, vaak het bestuur</translation>
    </message>
    <message>
        <source>Contact for privacy (DPO)</source>
        <translation>Contactpersoon privacy (DPO)</translation>
    </message>
    <message>
        <source>What the data are for</source>
        <translation>Waarvoor de gegevens dienen</translation>
    </message>
</context>
<context>
    <name>SchoolYearPage</name>
    <message>
        <source>The school year before</source>
        <translation>Het schooljaar ervoor</translation>
    </message>
    <message>
        <source>The next school year</source>
        <translation>Het volgende schooljaar</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Vakanties</translation>
    </message>
    <message>
        <source>New school year…</source>
        <translation>Nieuw schooljaar…</translation>
    </message>
    <message>
        <source>School year</source>
        <translation>Schooljaar</translation>
    </message>
    <message>
        <source>Choose the region</source>
        <translation>Kies de regio</translation>
    </message>
    <message>
        <source>First choose whose holidays count.</source>
        <translation>Kies eerst welke vakanties gelden.</translation>
    </message>
    <message>
        <source>Choose the region whose holidays count. Until then only public holidays are known.</source>
        <translation>Kies de regio van je vakanties. Tot dan staan alleen de feestdagen erin.</translation>
    </message>
    <message>
        <source>The holidays of {year} are not known to the program. The public holidays are there; add the holidays from the school&apos;s own guide.</source>
        <translation>Het programma kent de vakanties van {year} niet. De feestdagen staan er al; vul de vakanties aan uit de schoolgids.</translation>
    </message>
    <message>
        <source>Whose holidays</source>
        <translation>Welke vakanties</translation>
    </message>
</context>
<context>
    <name>SchoolYearWords</name>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} tot {last}</translation>
    </message>
    <message>
        <source>no fixed days</source>
        <translation>geen vaste dagen</translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
    <message>
        <source>This conversation comes back</source>
        <translation>Dit gesprek hoort bij een reeks</translation>
    </message>
    <message>
        <source>Which ones do you mean? What was held stays as it is.</source>
        <translation>Welke bedoel je? Wat al gehouden is, blijft zoals het is.</translation>
    </message>
</context>
<context>
    <name>ScoreBody</name>
    <message>
        <source>What each level means</source>
        <translation>Wat elk niveau betekent</translation>
    </message>
    <message>
        <source>What you saw, no names</source>
        <translation>Wat je zag, zonder namen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Nothing about health, family, origin or belief</source>
        <translation>Niets over gezondheid, familie, afkomst of geloof</translation>
    </message>
    <message>
        <source>Own phrases (Ctrl+Space)</source>
        <translation>Eigen zinnen (Ctrl+Spatie)</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
</context>
<context>
    <name>ScoreHelp</name>
    <message>
        <source>No opportunity says something about the workplace: look at its conditions too.</source>
        <extracomment>The text of the round before, to be taken over.</extracomment>
        <translation>Geen kans gehad zegt iets over de werkplek: kijk ook naar de voorwaarden daar.</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Waar je op let</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>Tip</translation>
    </message>
    <message>
        <source>Take over this text</source>
        <translation>Neem deze tekst over</translation>
    </message>
</context>
<context>
    <name>ScoreSheetPage</name>
    <message>
        <source>To your own sheet</source>
        <translation>Naar je eigen blad</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Evaluation round {number}, {kind}</source>
        <translation>Evaluatie ronde {number}, {kind}</translation>
    </message>
    <message>
        <source>Not saved yet. {reason}</source>
        <translation>Nog niet opgeslagen. {reason}</translation>
    </message>
    <message>
        <source>This was not kept. {reason}</source>
        <translation>Dit is niet bewaard. {reason}</translation>
    </message>
    <message>
        <source>Your comment in round {number}</source>
        <translation>Jouw toelichting in ronde {number}</translation>
    </message>
    <message>
        <source>The comment in round {number}</source>
        <translation>De toelichting in ronde {number}</translation>
    </message>
    <message>
        <source>First each looks separately. The levels of this round come here once they are put side by side.</source>
        <translation>Eerst kijkt ieder apart. De niveaus van deze ronde komen hier zodra ze naast elkaar gelegd zijn.</translation>
    </message>
    <message>
        <source>{name} filled this in on this computer. It is shown once the views are put side by side.</source>
        <translation>{name} vulde dit in op deze computer. Je ziet het zodra de blikken naast elkaar liggen.</translation>
    </message>
    <message>
        <source>The {institute_supervisor} filled this in on this computer. It is shown once the views are put side by side.</source>
        <translation>De {institute_supervisor} vulde dit in op deze computer. Je ziet het zodra de blikken naast elkaar liggen.</translation>
    </message>
    <message>
        <source>Changed elsewhere too: {codes}. Nothing was overwritten; choose which text stays.</source>
        <translation>Ook elders gewijzigd: {codes}. Er is niets overschreven; kies welke tekst blijft.</translation>
    </message>
    <message>
        <source>{day} ({cause})</source>
        <translation>{day} ({cause})</translation>
    </message>
    <message>
        <source>Conversations that did not go ahead this school year: {days}.</source>
        <translation>Niet doorgegaan dit schooljaar: {days}.</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>ronde {number}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search everything (Ctrl+K)</source>
        <translation>Zoek in alles (Ctrl+K)</translation>
    </message>
    <message>
        <source>Type a name, a word from a note, or what you want to do</source>
        <translation>Typ een naam, een woord uit een notitie of wat je wilt doen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”. Searched: names, programmes, notes, comments, report texts and agreements. Try the beginning of a word.</source>
        <translation>Niets gevonden voor “{query}”. Er is gezocht in namen, opleidingen, notities, toelichtingen, verslagteksten en afspraken. Probeer het begin van een woord.</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search everything</source>
        <extracomment>Between the last key and the search: short enough not to be noticed, long enough to pass over fast typing.</extracomment>
        <translation>Zoek in alles</translation>
    </message>
</context>
<context>
    <name>SearchRows</name>
    <message>
        <source>Conversations</source>
        <translation>Gesprekken</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Go to and do</source>
        <translation>Ga naar en doe</translation>
    </message>
    <message>
        <source>phase {number}</source>
        <translation>fase {number}</translation>
    </message>
    <message>
        <source>closed, {year}</source>
        <translation>afgesloten, {year}</translation>
    </message>
    <message>
        <source>round {number}, {code} {criterion}</source>
        <translation>ronde {number}, {code} {criterion}</translation>
    </message>
    <message>
        <source>report of round {number}</source>
        <translation>verslag van ronde {number}</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>This was not done. Nothing was changed.</source>
        <translation>Dit is niet gedaan. Er is niets veranderd.</translation>
    </message>
</context>
<context>
    <name>SectionLinks</name>
    <message>
        <source>On this page</source>
        <translation>Op deze pagina</translation>
    </message>
</context>
<context>
    <name>Series</name>
    <message>
        <source>comes back</source>
        <translation>in een reeks</translation>
    </message>
    <message>
        <source>{series}, until {day}</source>
        <translation>{series}, tot {day}</translation>
    </message>
    <message>
        <source>the last {days} of each month at {time}</source>
        <translation>de laatste {days} van elke maand om {time}</translation>
    </message>
    <message>
        <source>the first {days} of each month at {time}</source>
        <translation>de eerste {days} van elke maand om {time}</translation>
    </message>
    <message>
        <source>the second {days} of each month at {time}</source>
        <translation>de tweede {days} van elke maand om {time}</translation>
    </message>
    <message>
        <source>the third {days} of each month at {time}</source>
        <translation>de derde {days} van elke maand om {time}</translation>
    </message>
    <message>
        <source>the fourth {days} of each month at {time}</source>
        <translation>de vierde {days} van elke maand om {time}</translation>
    </message>
    <message>
        <source>every week on {days} at {time}</source>
        <translation>elke week op {days} om {time}</translation>
    </message>
    <message>
        <source>every two weeks on {days} at {time}</source>
        <translation>om de twee weken op {days} om {time}</translation>
    </message>
    <message>
        <source>every {every} weeks on {days} at {time}</source>
        <translation>om de {every} weken op {days} om {time}</translation>
    </message>
    <message>
        <source>{days} and {last}</source>
        <translation>{days} en {last}</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Everything here saves itself</source>
        <translation>Alles hier bewaart zichzelf</translation>
    </message>
</context>
<context>
    <name>SharingCard</name>
    <message>
        <source>Who gets your view of the {workplace}?</source>
        <extracomment>Whether everybody gets it; else nothing is stored, whatever the reason.</extracomment>
        <translation>Wie krijgt jouw kijk op de {workplace}?</translation>
    </message>
    <message>
        <source>You decide. When it is not shared here, nobody can see why.</source>
        <translation>Jij beslist. Deel je het hier niet, dan kan niemand zien waarom.</translation>
    </message>
    <message>
        <source>Password for the file</source>
        <translation>Wachtwoord voor het bestand</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>Save as a locked PDF…</source>
        <translation>Bewaar als PDF met wachtwoord…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Sent to the printer. Take the paper with you.</source>
        <translation>Naar de printer gestuurd. Neem het papier mee.</translation>
    </message>
    <message>
        <source>Not saved. Choose another place, such as your own USB stick.</source>
        <translation>Niet bewaard. Kies een andere plaats, zoals je eigen USB-stick.</translation>
    </message>
    <message>
        <source>Saved: {file}. Give the file and the password to the {institute_supervisor} yourself.</source>
        <translation>Bewaard: {file}. Geef het bestand en het wachtwoord zelf aan je {institute_supervisor}.</translation>
    </message>
    <message>
        <source>Print it, or save it locked with a password of your own, for instance on a USB stick.</source>
        <translation>Druk het af, of bewaar het met een eigen wachtwoord, bijvoorbeeld op een USB-stick.</translation>
    </message>
    <message>
        <source>Choose first who gets it.</source>
        <translation>Kies eerst wie het krijgt.</translation>
    </message>
    <message>
        <source>Print it or save it first.</source>
        <translation>Druk het eerst af of bewaar het.</translation>
    </message>
    <message>
        <source>Share with {workplace} and {institute}</source>
        <translation>Deel met {workplace} en {institute}</translation>
    </message>
    <message>
        <source>Share with the {workplace}</source>
        <translation>Deel met de {workplace}</translation>
    </message>
    <message>
        <source>It is kept here and lies beside the other views in the conversation.</source>
        <translation>Het wordt hier bewaard en ligt in het gesprek naast wat de anderen zien.</translation>
    </message>
    <message>
        <source>Only for the {institute}</source>
        <translation>Alleen voor de {institute}</translation>
    </message>
    <message>
        <source>You take it along, on paper or as a locked file. Nothing of it stays here.</source>
        <translation>Je neemt het mee, op papier of als bestand met een wachtwoord. Hier blijft er niets van.</translation>
    </message>
    <message>
        <source>Do not share</source>
        <translation>Deel niet</translation>
    </message>
    <message>
        <source>Nothing of it is kept. Here it says “not observed”.</source>
        <translation>Er wordt niets van bewaard. Hier staat dan ‘niet waargenomen’.</translation>
    </message>
</context>
<context>
    <name>SheetBar</name>
    <message>
        <source>To the round</source>
        <translation>Naar de ronde</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Voorbeeld</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>ready since {day}, {time}</source>
        <translation>klaar sinds {day}, {time}</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Weer openen</translation>
    </message>
    <message>
        <source>row</source>
        <translation>rij</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>niet waargenomen</translation>
    </message>
    <message>
        <source>no opportunity</source>
        <translation>geen kans</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>toelichting</translation>
    </message>
    <message>
        <source>next</source>
        <translation>volgende</translation>
    </message>
    <message>
        <source>still open: {names} and {number} more</source>
        <translation>nog open: {names} en nog {number}</translation>
    </message>
    <message>
        <source>still open: {names}</source>
        <translation>nog open: {names}</translation>
    </message>
    <message>
        <source>still open: {names} and {last}</source>
        <translation>nog open: {names} en {last}</translation>
    </message>
</context>
<context>
    <name>SheetConflict</name>
    <message>
        <source>What is kept now</source>
        <translation>Wat er nu staat</translation>
    </message>
    <message>
        <source>What you typed</source>
        <translation>Wat jij typte</translation>
    </message>
    <message>
        <source>Take what is there</source>
        <translation>Neem wat er staat</translation>
    </message>
    <message>
        <source>Keep what I typed</source>
        <translation>Houd wat ik typte</translation>
    </message>
    <message>
        <source>{code} was changed elsewhere. Nothing was overwritten: choose which one stays.</source>
        <translation>{code} is elders gewijzigd. Er is niets overschreven: kies wat blijft staan.</translation>
    </message>
    <message>
        <source>Two texts of one row</source>
        <translation>Twee teksten van één rij</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>Taal van het blad</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaar als PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Druk af…</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the sheet as PDF.</source>
        <translation>Deze computer kent geen printer. Bewaar het blad als PDF.</translation>
    </message>
    <message>
        <source>Not saved: you may not write there, the disk is full, or the file is open elsewhere. Choose another place.</source>
        <translation>Niet bewaard: je mag daar niet schrijven, de schijf is vol, of het bestand staat elders open. Kies een andere plaats.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Bewaard: {file}</translation>
    </message>
    <message>
        <source>Not printed: the printer does not answer. Look whether it is on, and print again.</source>
        <translation>Niet afgedrukt: de printer antwoordt niet. Kijk of hij aan staat en druk opnieuw af.</translation>
    </message>
</context>
<context>
    <name>SheetHead</name>
    <message>
        <source>start of {month}</source>
        <translation>begin {month}</translation>
    </message>
    <message>
        <source>mid {month}</source>
        <translation>midden {month}</translation>
    </message>
    <message>
        <source>end of {month}</source>
        <translation>eind {month}</translation>
    </message>
    <message>
        <source>What is scored</source>
        <extracomment>Whose sheet on paper is to be typed over.</extracomment>
        <translation>Wat je scoort</translation>
    </message>
    <message>
        <source>Another view: type over a sheet on paper</source>
        <translation>Een andere blik: een papieren blad overtypen</translation>
    </message>
    <message>
        <source>About this criterion</source>
        <translation>Over dit criterium</translation>
    </message>
    <message>
        <source>Type in for the {student}</source>
        <translation>Typ in namens de {student}</translation>
    </message>
    <message>
        <source>Type in for the {institute_supervisor}</source>
        <translation>Typ in namens de {institute_supervisor}</translation>
    </message>
    <message>
        <source>Type over the paper sheet of the {student}…</source>
        <translation>Typ het papieren blad van de {student} over…</translation>
    </message>
    <message>
        <source>Type over the paper sheet of the {institute_supervisor}…</source>
        <translation>Typ het papieren blad van de {institute_supervisor} over…</translation>
    </message>
    <message>
        <source>View of the {student}</source>
        <translation>Blik van de {student}</translation>
    </message>
    <message>
        <source>View of the workplace: you</source>
        <translation>Blik van de werkplek: jij</translation>
    </message>
    <message>
        <source>View of the institute</source>
        <translation>Blik van de opleiding</translation>
    </message>
    <message>
        <source>No phase, {moment}.</source>
        <translation>Geen fase, {moment}.</translation>
    </message>
    <message>
        <source>Phase {phase}, {moment}.</source>
        <translation>Fase {phase}, {moment}.</translation>
    </message>
    <message>
        <source>{level} {word} = what may be expected now.</source>
        <translation>{level} {word} = wat nu mag worden verwacht.</translation>
    </message>
    <message>
        <source>This is {name}&apos;s own view, filled in on this computer.</source>
        <translation>Dit is de eigen blik van {name}, ingevuld op deze computer.</translation>
    </message>
    <message>
        <source>This is the view of the {institute_supervisor}, filled in on this computer.</source>
        <translation>Dit is de blik van de {institute_supervisor}, ingevuld op deze computer.</translation>
    </message>
    <message>
        <source>This round is final: you can read it, not change it.</source>
        <translation>Deze ronde is definitief: je kunt ze lezen, niet wijzigen.</translation>
    </message>
    <message>
        <source>This is {name}&apos;s own view. You type it in for them, in their words.</source>
        <translation>Dit is de eigen blik van {name}. Je typt die in, in zijn of haar woorden.</translation>
    </message>
    <message>
        <source>Sharing this is voluntary; “–” is always a good answer.</source>
        <translation>Dit delen is vrijwillig; ‘–’ is altijd een goed antwoord.</translation>
    </message>
    <message>
        <source>This is the view of the {institute_supervisor}. You type it in for them.</source>
        <translation>Dit is de blik van de {institute_supervisor}. Je typt die in.</translation>
    </message>
    <message>
        <source>Not blind: a level was changed after another view could be seen.</source>
        <translation>Niet blind: een niveau is gewijzigd nadat een andere blik te zien was.</translation>
    </message>
    <message>
        <source>Not blind: a level was changed after the view of somebody else had been typed in.</source>
        <translation>Niet blind: een niveau is veranderd nadat de blik van iemand anders was ingetypt.</translation>
    </message>
    <message>
        <source>Not blind.</source>
        <translation>Niet blind.</translation>
    </message>
    <message>
        <source>Not blind: it was begun before your own sheet was ready.</source>
        <translation>Niet blind: dit blad is begonnen voor je eigen blad klaar was.</translation>
    </message>
    <message>
        <source>Your own sheet is not ready yet: what you type now is kept as “not blind”.</source>
        <translation>Je eigen blad is nog niet klaar: wat je nu typt, wordt bewaard als ‘niet blind’.</translation>
    </message>
</context>
<context>
    <name>SheetLines</name>
    <message>
        <source>Your own sheet is not ready yet. A sheet that you type in for somebody else now gets the words “not blind”.</source>
        <extracomment>Under this width the buttons stand below both parts of a sheet. Under this width even the parts do not fit beside the name. From so many ways to fill in a sheet on, one stands open and the others in a menu.</extracomment>
        <translation>Jouw blad is nog niet klaar. Typ je nu een blad van iemand anders in, dan staat er ‘niet blind’ bij.</translation>
    </message>
    <message>
        <source>Type in</source>
        <translation>Typ in</translation>
    </message>
</context>
<context>
    <name>SheetStep</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>Print your recovery sheet</source>
        <translation>Druk je herstelblad af</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>It stands on the sheet and on the unlock screen.</source>
        <translation>Die staat op het blad en op het scherm Ontgrendelen.</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Druk af…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Bewaar als PDF…</translation>
    </message>
    <message>
        <source>Type the code over from the sheet</source>
        <translation>Typ de code over van het blad</translation>
    </message>
    <message>
        <source>This is not the code above. Look at the sheet and type it again.</source>
        <translation>Dit is niet de code hierboven. Kijk op het blad en typ ze opnieuw.</translation>
    </message>
    <message>
        <source>Type the code over: so you know that the sheet can be read.</source>
        <translation>Typ de code over: zo weet je dat het blad leesbaar is.</translation>
    </message>
    <message>
        <source>The sheet was sent to the printer.</source>
        <translation>Het blad is naar de printer gestuurd.</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Bewaar het herstelblad</translation>
    </message>
    <message>
        <source>recovery sheet</source>
        <translation>herstelblad</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-bestanden (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {file}. Print it and throw the file away.</source>
        <translation>Bewaard als {file}. Druk het af en gooi het bestand weg.</translation>
    </message>
    <message>
        <source>That is right.</source>
        <translation>Dat klopt.</translation>
    </message>
    <message>
        <source>Fill in your name: it stands on the sheet.</source>
        <translation>Vul je naam in: die staat op het blad.</translation>
    </message>
    <message>
        <source>Capitals and hyphens do not matter.</source>
        <translation>Hoofdletters en streepjes maken niet uit.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Herstelcode</translation>
    </message>
    <message>
        <source>With this code you open your profile when you forgot the passphrase. Print the sheet and give it to the school in a closed envelope. Never keep it with the laptop.</source>
        <translation>Met deze code open je je profiel als je je wachtwoordzin kwijt bent. Druk het blad af en geef het aan de school in een gesloten omslag. Bewaar het nooit bij de laptop.</translation>
    </message>
</context>
<context>
    <name>SheetTrouble</name>
    <message>
        <source>Copy your text</source>
        <translation>Kopieer je tekst</translation>
    </message>
</context>
<context>
    <name>SideBySidePage</name>
    <message>
        <source>Not saved yet. {reason}</source>
        <translation>Nog niet opgeslagen. {reason}</translation>
    </message>
    <message>
        <source>This was not kept. {reason}</source>
        <translation>Dit is niet bewaard. {reason}</translation>
    </message>
    <message>
        <source>Talk needed</source>
        <translation>Gesprek nodig</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>Dicht bij elkaar</translation>
    </message>
    <message>
        <source>Unanimous</source>
        <translation>Eensgezind</translation>
    </message>
    <message>
        <source>One level given</source>
        <translation>Eén niveau gegeven</translation>
    </message>
    <message>
        <source>No level given</source>
        <translation>Geen niveau gegeven</translation>
    </message>
    <message>
        <source>agree with the {student}</source>
        <translation>eens met de {student}</translation>
    </message>
    <message>
        <source>agree with the workplace</source>
        <translation>eens met de werkplek</translation>
    </message>
    <message>
        <source>agree with the institute</source>
        <translation>eens met de opleiding</translation>
    </message>
    <message>
        <source>the difference stands</source>
        <translation>verschil blijft staan</translation>
    </message>
    <message>
        <source>together {agreed}</source>
        <translation>samen {agreed}</translation>
    </message>
    <message>
        <source>Round {number}, two perspectives side by side</source>
        <translation>Ronde {number}, twee perspectieven naast elkaar</translation>
    </message>
    <message>
        <source>Round {number}, three perspectives side by side</source>
        <translation>Ronde {number}, drie perspectieven naast elkaar</translation>
    </message>
    <message>
        <source>Your own sheet of this part is not ready yet. Mark it ready; then you see each other&apos;s.</source>
        <translation>Je eigen blad van dit deel is nog niet klaar. Zet het op klaar; dan zie je wat de anderen schreven.</translation>
    </message>
    <message>
        <source>First each looks separately. Here you lay the views side by side and talk.</source>
        <translation>Eerst kijkt ieder apart. Hier leg je de blikken naast elkaar en praat je erover.</translation>
    </message>
    <message>
        <source>Everybody is ready.</source>
        <translation>Iedereen is klaar.</translation>
    </message>
    <message>
        <source>Not ready yet: {who}.</source>
        <translation>Nog niet klaar: {who}.</translation>
    </message>
    <message>
        <source>the {student}</source>
        <translation>de {student}</translation>
    </message>
    <message>
        <source>you yourself (workplace)</source>
        <translation>jijzelf (werkplek)</translation>
    </message>
    <message>
        <source>the institute</source>
        <translation>de opleiding</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} en {last}</translation>
    </message>
    <message>
        <source>{student}&apos;s part</source>
        <translation>aandeel {student}</translation>
    </message>
    <message>
        <source>workplace&apos;s part</source>
        <translation>aandeel werkplek</translation>
    </message>
</context>
<context>
    <name>SideList</name>
    <message>
        <source>Versions and drafts</source>
        <extracomment>More places than this are counted: the list is for the next ones. The part to show: None for the name and the levels, or the position of a criterion.</extracomment>
        <translation>Versies en ontwerpen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeer…</translation>
    </message>
    <message>
        <source>In this version</source>
        <translation>In deze versie</translation>
    </message>
    <message>
        <source>Add a criterion</source>
        <translation>Voeg een criterium toe</translation>
    </message>
    <message>
        <source>A set has at most {most} criteria.</source>
        <translation>Er is plaats voor hoogstens {most} criteria.</translation>
    </message>
    <message>
        <source>Still to fill in: {count}</source>
        <translation>Nog aan te vullen: {count}</translation>
    </message>
    <message>
        <source>for new {students}</source>
        <translation>voor nieuwe {students}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>ontwerp</translation>
    </message>
    <message>
        <source>changed {when}</source>
        <translation>gewijzigd {when}</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>For mentors who guide students at the workplace: planning, conversations, evaluation from three perspectives, and everything on paper.</source>
        <translation>Voor mentoren die studenten begeleiden op de werkplek: plannen, gesprekken, evaluatie met drie perspectieven, en alles op papier.</translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation>Alles blijft op deze computer</translation>
    </message>
    <message>
        <source>Encrypted with a sentence that you choose</source>
        <translation>Versleuteld met een zin die jij kiest</translation>
    </message>
    <message>
        <source>The report comes on paper too</source>
        <translation>Het verslag komt ook op papier</translation>
    </message>
</context>
<context>
    <name>SignatureDialog</name>
    <message>
        <source>Sign on the screen</source>
        <translation>Teken op het scherm</translation>
    </message>
    <message>
        <source>Seen and discussed</source>
        <translation>Gezien en besproken</translation>
    </message>
    <message>
        <source>I do not sign</source>
        <translation>Ik teken niet</translation>
    </message>
    <message>
        <source>What this person says</source>
        <translation>Wat deze persoon zegt</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Neem terug</translation>
    </message>
    <message>
        <source>This is a record in this program, with date and time. It is no (qualified) electronic signature. Whoever wants that signs the printed report with a pen.</source>
        <translation>Dit is een vastlegging in dit programma, met datum en uur. Het is geen (gekwalificeerde) elektronische handtekening. Wie dat wil, tekent het afgedrukte verslag met de pen.</translation>
    </message>
    <message>
        <source>I do not sign this report. That is recorded and blocks nothing.</source>
        <translation>Ik teken dit verslag niet. Dat wordt vastgelegd en houdt niets tegen.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Leg vast</translation>
    </message>
    <message>
        <source>I have seen and discussed this</source>
        <translation>Ik heb dit gezien en besproken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Functie</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>In the words of who does not sign. It is printed with the report.</source>
        <translation>In de woorden van wie niet tekent. De reden komt op het verslag.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Does not sign</source>
        <translation>Tekent niet</translation>
    </message>
    <message>
        <source>Does not sign: {reason}</source>
        <translation>Tekent niet: {reason}</translation>
    </message>
    <message>
        <source>Seen and discussed on this screen.</source>
        <translation>Gezien en besproken op dit scherm.</translation>
    </message>
</context>
<context>
    <name>StudentChoice</name>
    <message>
        <source>Find a {student}</source>
        <translation>Zoek een {student}</translation>
    </message>
    <message>
        <source>Nobody found for “{text}”.</source>
        <translation>Niemand gevonden voor “{text}”.</translation>
    </message>
</context>
<context>
    <name>StudentDialog</name>
    <message>
        <source>The three parties look side by side; whoever coaches also evaluates.</source>
        <translation>De drie partijen kijken naast elkaar; wie begeleidt, evalueert ook.</translation>
    </message>
    <message>
        <source>Whoever coaches does not evaluate; an assessor does that apart.</source>
        <translation>Wie begeleidt, evalueert niet; een beoordelaar doet dat apart.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Handed over on</source>
        <translation>Overhandigd op</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Laad opnieuw</translation>
    </message>
    <message>
        <source>Loaded again; what you had changed still stands here. Look and keep it.</source>
        <translation>Opnieuw geladen; wat jij had gewijzigd, staat hier nog. Kijk na en bewaar.</translation>
    </message>
    <message>
        <source>Name, as the {student} writes it</source>
        <translation>Naam, zoals de {student} die schrijft</translation>
    </message>
    <message>
        <source>Call name</source>
        <translation>Roepnaam</translation>
    </message>
    <message>
        <source>Sorted under</source>
        <translation>Sorteren onder</translation>
    </message>
    <message>
        <source>Name in another script</source>
        <translation>Naam in een ander schrift</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statuut</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To and including</source>
        <translation>Tot en met</translation>
    </message>
    <message>
        <source>Days {at_workplace}</source>
        <translation>Dagen {at_workplace}</translation>
    </message>
    <message>
        <source>Empty: without {institute}, with two perspectives.</source>
        <translation>Leeg: zonder {institute}, met twee perspectieven.</translation>
    </message>
    <message>
        <source>People around the {student}</source>
        <translation>Mensen rond de {student}</translation>
    </message>
    <message>
        <source>Number of the {student}</source>
        <translation>Nummer van de {student}</translation>
    </message>
    <message>
        <source>Coaching and evaluating</source>
        <translation>Begeleiden en evalueren</translation>
    </message>
    <message>
        <source>Privacy notice</source>
        <translation>Privacytekst</translation>
    </message>
    <message>
        <source>Trajectory</source>
        <translation>Traject</translation>
    </message>
    <message>
        <source>Periods with other days {at_workplace}</source>
        <translation>Periodes met andere dagen {at_workplace}</translation>
    </message>
    <message>
        <source>No day chosen: the {student} is not there in that period.</source>
        <translation>Geen dag gekozen: de {student} is er in die periode niet.</translation>
    </message>
    <message>
        <source>Version of the criteria</source>
        <translation>Versie van de criteria</translation>
    </message>
    <message>
        <source>Add {student}</source>
        <translation>{Student} toevoegen</translation>
    </message>
    <message>
        <source>Edit details of {name}</source>
        <translation>Wijzig gegevens van {name}</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>Bewaar wijzigingen</translation>
    </message>
    <message>
        <source>Stays the same until the trajectory closes: levels are never converted.</source>
        <translation>Blijft dezelfde tot het traject sluit: niveaus worden nooit omgerekend.</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Minder</translation>
    </message>
</context>
<context>
    <name>StudentFacts</name>
    <message>
        <source>no fixed days</source>
        <translation>geen vaste dagen</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} tot {last}</translation>
    </message>
    <message>
        <source>{class_word} and {role}</source>
        <translation>{class_word} en {role}</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>{name}: {days}, {first} – {last}</source>
        <translation>{name}: {days}, {first} – {last}</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Andere dagen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>niet aanwezig</translation>
    </message>
    <message>
        <source>Together in round {number}, part of the {student}</source>
        <translation>Samen in ronde {number}, aandeel {student}</translation>
    </message>
    <message>
        <source>Difference stands</source>
        <translation>Verschil blijft staan</translation>
    </message>
</context>
<context>
    <name>StudentHeader</name>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>Growth plan</source>
        <translation>Groeiplan</translation>
    </message>
    <message>
        <source>There is no round yet to print.</source>
        <translation>Er is nog geen ronde om af te drukken.</translation>
    </message>
</context>
<context>
    <name>StudentPage</name>
    <message>
        <source>Parts of the page of the {student}</source>
        <translation>Onderdelen van de pagina van de {student}</translation>
    </message>
    <message>
        <source>This {student} is not here any more: deleted, or taken back. What was deleted stays in the bin for 30 days.</source>
        <translation>Deze {student} is er niet meer: verwijderd of ongedaan gemaakt. Wat verwijderd is, blijft 30 dagen in de prullenbak.</translation>
    </message>
    <message>
        <source>To the {students}</source>
        <translation>Naar de {students}</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Evaluaties</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gesprekken</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Gegevens</translation>
    </message>
</context>
<context>
    <name>StudentPreview</name>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Open dossier</source>
        <translation>Open dossier</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druk af</translation>
    </message>
    <message>
        <source>There is no round yet to print.</source>
        <translation>Er is nog geen ronde om af te drukken.</translation>
    </message>
    <message>
        <source>No conversation planned yet.</source>
        <translation>Nog geen gesprek gepland.</translation>
    </message>
    <message>
        <source>{name}, {minutes} minutes</source>
        <translation>{name}, {minutes} minuten</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Bereid voor</translation>
    </message>
    <message>
        <source>It took place…</source>
        <translation>Ging door…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaats</translation>
    </message>
    <message>
        <source>Last round</source>
        <translation>Laatste ronde</translation>
    </message>
    <message>
        <source>No round yet.</source>
        <translation>Nog geen ronde.</translation>
    </message>
</context>
<context>
    <name>StudentWords</name>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>final</source>
        <translation>definitief</translation>
    </message>
    <message>
        <source>all three ready</source>
        <translation>alle drie klaar</translation>
    </message>
    <message>
        <source>both ready</source>
        <translation>beiden klaar</translation>
    </message>
    <message>
        <source>nobody ready yet</source>
        <translation>nog niemand klaar</translation>
    </message>
    <message>
        <source>{ready} of {all} ready</source>
        <translation>{ready} van {all} klaar</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <source>waiting for {who}</source>
        <translation>wacht op {who}</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Ronde {number}</translation>
    </message>
    <message>
        <source>phase {phase}</source>
        <translation>fase {phase}</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>niets gepland</translation>
    </message>
    <message>
        <source>no round yet</source>
        <translation>nog geen ronde</translation>
    </message>
</context>
<context>
    <name>StudentsCard</name>
    <message>
        <source>Who is {at_workplace} on which days</source>
        <translation>Wie is op welke dagen {at_workplace}</translation>
    </message>
    <message>
        <source>{Student}</source>
        <translation>{Student}</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dagen</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Uitzonderingen</translation>
    </message>
    <message>
        <source>No {student} has a trajectory in this school year yet.</source>
        <translation>Nog geen {student} heeft een traject in dit schooljaar.</translation>
    </message>
    <message>
        <source>1 period</source>
        <translation>1 periode</translation>
    </message>
    <message>
        <source>{count} periods</source>
        <translation>{count} periodes</translation>
    </message>
</context>
<context>
    <name>StudentsPage</name>
    <message>
        <source>Running</source>
        <translation>Lopend</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgesloten</translation>
    </message>
    <message>
        <source>Which {students}</source>
        <translation>Welke {students}</translation>
    </message>
    <message>
        <source>Add {student}</source>
        <translation>{Student} toevoegen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kies</translation>
    </message>
    <message>
        <source>open dossier</source>
        <translation>open dossier</translation>
    </message>
    <message>
        <source>plan conversation</source>
        <translation>plan gesprek</translation>
    </message>
    <message>
        <source>Here you see your {students}, with their next conversation and round. Begin by adding the first one.</source>
        <translation>Hier zie je je {students}, met hun volgende gesprek en ronde. Begin met de eerste toe te voegen.</translation>
    </message>
    <message>
        <source>Every trajectory is closed. Add the next {student}, or look back under “Closed”.</source>
        <translation>Alle trajecten zijn afgesloten. Voeg een {student} toe, of kijk terug onder “Afgesloten”.</translation>
    </message>
    <message>
        <source>Nobody yet: a trajectory comes here after it is closed.</source>
        <translation>Nog niemand: een traject komt hier nadat het is afgesloten.</translation>
    </message>
    <message>
        <source>Show running</source>
        <translation>Toon lopende</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Wis filter</translation>
    </message>
    <message>
        <source>No {student} is chosen.</source>
        <translation>Geen {student} gekozen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Volgend gesprek</translation>
    </message>
    <message>
        <source>Last round</source>
        <translation>Laatste ronde</translation>
    </message>
    <message>
        <source>Filter by name, {class_word} or {mentor}</source>
        <translation>Filter op naam, {class_word} of {mentor}</translation>
    </message>
    <message>
        <source>Filter the {students}</source>
        <translation>Filter de {students}</translation>
    </message>
    <message>
        <source>Nobody found for “{text}”.</source>
        <translation>Niemand gevonden voor “{text}”.</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Perhaps now</source>
        <translation>Misschien nu</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>More than {count} more</source>
        <translation>nog meer dan {count}</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>Do not show again</source>
        <extracomment>So many are shown, and so many more each time they are unfolded. Nobody reads on to the hundredth line.</extracomment>
        <translation>Niet meer tonen</translation>
    </message>
</context>
<context>
    <name>TakingPart</name>
    <message>
        <source>the {student} takes part</source>
        <translation>de {student} doet mee</translation>
    </message>
    <message>
        <source>the {institute} takes part</source>
        <translation>de {institute} doet mee</translation>
    </message>
    <message>
        <source>The workplace always takes part.</source>
        <translation>De werkplek doet altijd mee.</translation>
    </message>
    <message>
        <source>The workplace always takes part. There is no {institute} in this trajectory: there are two perspectives.</source>
        <translation>De werkplek doet altijd mee. Er is geen {institute} in dit traject: er zijn twee perspectieven.</translation>
    </message>
</context>
<context>
    <name>Talk</name>
    <message>
        <source>You</source>
        <extracomment>By when an agreement is proposed, where nothing says otherwise.</extracomment>
        <translation>Jij</translation>
    </message>
    <message>
        <source>since {start}</source>
        <translation>sinds {start}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} tot {end}</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehouden</translation>
    </message>
    <message>
        <source>Did not go ahead: {cause}</source>
        <translation>Niet doorgegaan: {cause}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>tegen {day}</translation>
    </message>
    <message>
        <source>{state}. Nothing is kept of it.</source>
        <translation>{state}. Er wordt niets van bewaard.</translation>
    </message>
    <message>
        <source>Only that it took place is kept here.</source>
        <translation>Hier staat alleen dat het gesprek er was.</translation>
    </message>
    <message>
        <source>Coach and assessor are apart for this {student}: what is noted here is for the coach.</source>
        <translation>Coach en beoordelaar zijn gescheiden bij deze {student}: wat hier genoteerd is, is voor de coach.</translation>
    </message>
    <message>
        <source>Coaching notes are hidden while somebody looks along.</source>
        <translation>Coachingsnotities zijn verborgen zolang er iemand meekijkt.</translation>
    </message>
    <message>
        <source>Only for this conversation, never in a score or a report.</source>
        <translation>Alleen voor dit gesprek, nooit in een score of verslag.</translation>
    </message>
    <message>
        <source>Summed up</source>
        <translation>Samengevat</translation>
    </message>
    <message>
        <source>One note for the whole conversation is enough.</source>
        <translation>Eén notitie voor het hele gesprek is genoeg.</translation>
    </message>
    <message>
        <source>What {name} takes away</source>
        <translation>Wat {name} meeneemt</translation>
    </message>
    <message>
        <source>Only what this {student} takes away, nothing about the others.</source>
        <translation>Alleen wat deze {student} meeneemt, niets over de anderen.</translation>
    </message>
</context>
<context>
    <name>TalkAgendaBar</name>
    <message>
        <source>discussed</source>
        <translation>besproken</translation>
    </message>
    <message>
        <source>Print the trialogue sheet</source>
        <translation>Druk trialoogblad af</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>Previous: {criterion}</source>
        <translation>Vorige: {criterion}</translation>
    </message>
    <message>
        <source>Next: {criterion}</source>
        <translation>Volgende: {criterion}</translation>
    </message>
    <message>
        <source>criterion</source>
        <translation>criterium</translation>
    </message>
    <message>
        <source>together</source>
        <translation>samen</translation>
    </message>
    <message>
        <source>agree with</source>
        <translation>eens met</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>verschil</translation>
    </message>
    <message>
        <source>words</source>
        <translation>woorden</translation>
    </message>
</context>
<context>
    <name>TalkApart</name>
    <message>
        <source>Put side by side…</source>
        <translation>Leg naast elkaar…</translation>
    </message>
    <message>
        <source>To your own sheet</source>
        <translation>Naar je eigen blad</translation>
    </message>
</context>
<context>
    <name>TalkBar</name>
    <message>
        <source>Plan next conversation</source>
        <translation>Plan volgend gesprek</translation>
    </message>
    <message>
        <source>Did not go ahead…</source>
        <translation>Niet doorgegaan…</translation>
    </message>
    <message>
        <source>Round off</source>
        <translation>Rond af</translation>
    </message>
    <message>
        <source>Growth plan</source>
        <translation>Groeiplan</translation>
    </message>
    <message>
        <source>Print conversation sheet</source>
        <translation>Druk gespreksblad af</translation>
    </message>
    <message>
        <source>Print minutes</source>
        <translation>Druk gespreksverslag af</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verplaats…</translation>
    </message>
    <message>
        <source>Back to planned</source>
        <translation>Weer gepland</translation>
    </message>
    <message>
        <source>Print preparation…</source>
        <translation>Druk voorbereiding af…</translation>
    </message>
    <message>
        <source>Print minutes…</source>
        <translation>Druk gespreksverslag af…</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>Agendabestand…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijder</translation>
    </message>
    <message>
        <source>{number} still to say</source>
        <translation>Nog {number} te zeggen</translation>
    </message>
    <message>
        <source>Next conversation: {moment}</source>
        <translation>Volgend gesprek: {moment}</translation>
    </message>
    <message>
        <source>Open the conversation of {moment}</source>
        <translation>Open het gesprek van {moment}</translation>
    </message>
</context>
<context>
    <name>TalkDoing</name>
    <message>
        <source>It took place…</source>
        <translation>Ging door…</translation>
    </message>
    <message>
        <source>Did not go ahead…</source>
        <translation>Niet doorgegaan…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verplaats…</translation>
    </message>
    <message>
        <source>Show in the agenda</source>
        <translation>Toon in de agenda</translation>
    </message>
</context>
<context>
    <name>TalkHead</name>
    <message>
        <source>What is talked about</source>
        <translation>Waarover je praat</translation>
    </message>
    <message>
        <source>All criteria</source>
        <translation>Alle criteria</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Prepare</source>
        <translation>Bereid voor</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul in</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Plan opnieuw</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>New date: {day}</source>
        <translation>Nieuwe datum: {day}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzig…</translation>
    </message>
    <message>
        <source>Did not go ahead…</source>
        <translation>Niet doorgegaan…</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Zeg af</translation>
    </message>
    <message>
        <source>Print preparation…</source>
        <translation>Druk voorbereiding af…</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Open gesprek</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>Agendabestand…</translation>
    </message>
    <message>
        <source>Calendar file of the series…</source>
        <translation>Agendabestand van de reeks…</translation>
    </message>
    <message>
        <source>Open {student}</source>
        <translation>Open {student}</translation>
    </message>
    <message>
        <source>All conversations with this {student}</source>
        <translation>Alle gesprekken met deze {student}</translation>
    </message>
</context>
<context>
    <name>TalkPaper</name>
    <message>
        <source>Minutes of a conversation</source>
        <extracomment>So many minutes are one line of handwriting: the first that fits. In an hour 5 give 1 line and 20 give 4 (mockup). Where not even one line for each part fits, the sheet goes on overleaf, and there is room again. Beside a title of several lines there is room for writing as well, closer together.</extracomment>
        <translation>Gespreksverslag</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Uitgenodigd</translation>
    </message>
    <message>
        <source>from</source>
        <translation>van</translation>
    </message>
    <message>
        <source>to</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>This conversation was not held. Reason: {cause}.</source>
        <translation>Dit gesprek ging niet door. Reden: {cause}.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Discussed</source>
        <translation>Besproken</translation>
    </message>
    <message>
        <source>My own take-away: short, without names of others</source>
        <translation>Wat ik zelf meeneem: kort, zonder namen van anderen</translation>
    </message>
    <message>
        <source>Discussed: short, without names of {pupils}</source>
        <translation>Besproken: kort, zonder namen van {pupils}</translation>
    </message>
    <message>
        <source>Notes of a coaching conversation are on no paper.</source>
        <translation>Coachingsnotities komen nooit op papier.</translation>
    </message>
    <message>
        <source>Nothing of this is put on paper.</source>
        <translation>Hierover komt niets op papier.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>In het kort</translation>
    </message>
    <message>
        <source>Agreements of before</source>
        <translation>Afspraken van vroeger</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Nothing was agreed in this conversation.</source>
        <translation>In dit gesprek is niets afgesproken.</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>Volgend gesprek</translation>
    </message>
    <message>
        <source>Response of the {student} on the back</source>
        <translation>Reactie van de {student} op de achterkant</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>To sign does not mean that you agree with everything.</source>
        <translation>Tekenen betekent niet dat je het met alles eens bent.</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>uur</translation>
    </message>
    <message>
        <source>Only signed as seen</source>
        <translation>Voor gezien</translation>
    </message>
    <message>
        <source>Written down and discussed</source>
        <translation>Opgemaakt en besproken</translation>
    </message>
    <message>
        <source>Seen and discussed</source>
        <translation>Voor gezien en besproken</translation>
    </message>
    <message>
        <source>Took part in the conversation</source>
        <translation>Deelgenomen aan het gesprek</translation>
    </message>
    <message>
        <source>Month agenda</source>
        <extracomment>On these days the school is closed.</extracomment>
        <translation>Maandagenda</translation>
    </message>
    <message>
        <source>slanted lines: no school</source>
        <translation>schuine lijnen: geen school</translation>
    </message>
    <message>
        <source>struck out: was not held</source>
        <translation>doorgestreept: ging niet door</translation>
    </message>
    <message>
        <source>+: more overleaf</source>
        <translation>+: meer op de volgende pagina</translation>
    </message>
    <message>
        <source>days with more than fits</source>
        <translation>dagen met meer gesprekken</translation>
    </message>
    <message>
        <source>Also in this month</source>
        <translation>Ook in deze maand</translation>
    </message>
    <message>
        <source>was not held</source>
        <translation>ging niet door</translation>
    </message>
    <message>
        <source>Preparing a conversation</source>
        <extracomment>So much stays to write on, whatever else there is to say.</extracomment>
        <translation>Voorbereiding van een gesprek</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>My preparation</source>
        <translation>Mijn voorbereiding</translation>
    </message>
    <message>
        <source>short, without names of {pupils}</source>
        <translation>kort, zonder namen van {pupils}</translation>
    </message>
    <message>
        <source>What we talk about</source>
        <translation>Waarover we praten</translation>
    </message>
    <message>
        <source>in minutes</source>
        <translation>in minuten</translation>
    </message>
    <message>
        <source>and {count} more parts</source>
        <translation>en nog {count} agendapunten</translation>
    </message>
    <message>
        <source>What you bring or think of</source>
        <translation>Zo bereid je je voor</translation>
    </message>
    <message>
        <source>Agreements that are open</source>
        <translation>Open afspraken</translation>
    </message>
    <message>
        <source>and {count} more, on the list of agreements</source>
        <translation>en nog {count}, in de lijst van afspraken</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>Where the right half of the head of a sheet begins. Of more students than this a band says how many they are. Room to write a line by hand. Agreements of before say what became of them, too.</extracomment>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>loopt door</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>losgelaten</translation>
    </message>
    <message>
        <source>{count} {students}</source>
        <translation>{count} {students}</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Wat ermee gebeurde</translation>
    </message>
    <message>
        <source>not spoken of</source>
        <translation>niet besproken</translation>
    </message>
    <message>
        <source>Week agenda</source>
        <extracomment>Closer together a day cannot be and still be written on. What says of a day without talks why there are none.</extracomment>
        <translation>Weekagenda</translation>
    </message>
    <message>
        <source>week {number}</source>
        <translation>week {number}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>van {first} t.e.m. {last}</translation>
    </message>
    <message>
        <source>until {last}</source>
        <translation>t.e.m. {last}</translation>
    </message>
    <message>
        <source>No conversations planned</source>
        <translation>Geen gesprekken gepland</translation>
    </message>
    <message>
        <source>with {names}</source>
        <translation>met {names}</translation>
    </message>
    <message>
        <source>ready for round {number}</source>
        <translation>klaar voor ronde {number}</translation>
    </message>
    <message>
        <source>was held</source>
        <translation>ging door</translation>
    </message>
    <message>
        <source>was not held, reason</source>
        <translation>ging niet door, reden</translation>
    </message>
    <message>
        <source>No open agreements this week</source>
        <translation>Geen open afspraken deze week</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Volgende week</translation>
    </message>
    <message>
        <source>Agreements with a date</source>
        <translation>Afspraken met een datum</translation>
    </message>
</context>
<context>
    <name>TalkParts</name>
    <message>
        <source>Back to planned</source>
        <translation>Weer gepland</translation>
    </message>
    <message>
        <source>Tip with {code}</source>
        <translation>Tip bij {code}</translation>
    </message>
</context>
<context>
    <name>TalkPrinting</name>
    <message>
        <source>The sheet is being made.</source>
        <extracomment>Gathers and writes one sheet, on any thread.</extracomment>
        <translation>Het blad wordt gemaakt.</translation>
    </message>
    <message>
        <source>Minutes of a conversation</source>
        <translation>Gespreksverslag</translation>
    </message>
    <message>
        <source>A4: before the conversation a sheet to write on, afterwards what was agreed, with room for signatures. Coaching notes are never on it, and nothing of how somebody is doing.</source>
        <translation>A4: voor het gesprek een blad om op te schrijven, achteraf wat er is afgesproken, met plaats om te tekenen. Coachingsnotities staan er nooit op, en ook niets over welbevinden.</translation>
    </message>
    <message>
        <source>Preparing a conversation</source>
        <translation>Voorbereiding van een gesprek</translation>
    </message>
    <message>
        <source>A4, one page, for everybody who takes part: when and where, what you talk about, what to bring, which agreements are open, and room to write.</source>
        <translation>A4, één pagina, voor iedereen die meedoet: wanneer en waar, waarover je praat, wat je meebrengt, welke afspraken openstaan, en plaats om te schrijven.</translation>
    </message>
    <message>
        <source>Week agenda</source>
        <translation>Weekagenda</translation>
    </message>
    <message>
        <source>A4: the days with their conversations, who is ready for a round, and room to write. Full names are on it: the paper is yours.</source>
        <translation>A4: de dagen met hun gesprekken, wie klaar is voor een ronde, en plaats om te schrijven. De volledige namen staan erop: dit papier is van jou.</translation>
    </message>
    <message>
        <source>Month agenda</source>
        <translation>Maandagenda</translation>
    </message>
    <message>
        <source>A4, lying down: the weeks of the month with hours and call names. Days with more than fits are listed overleaf.</source>
        <translation>A4, liggend: de weken van de maand met uren en roepnamen. Wat er niet bij past, staat op de volgende pagina.</translation>
    </message>
</context>
<context>
    <name>TalkStrip</name>
    <message>
        <source>Start</source>
        <extracomment>One key begins, pauses and goes on.</extracomment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Start the clock ({key})</source>
        <translation>Start de klok ({key})</translation>
    </message>
    <message>
        <source>Say when it really began and ended</source>
        <translation>Zeg wanneer het echt begon en eindigde</translation>
    </message>
    <message>
        <source>{time}: say when it really began and ended</source>
        <translation>{time}: zeg wanneer het echt begon en eindigde</translation>
    </message>
    <message>
        <source>Pause the clock ({key})</source>
        <translation>Zet de klok stil ({key})</translation>
    </message>
    <message>
        <source>Go on ({key})</source>
        <translation>Ga verder ({key})</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>extra</translation>
    </message>
    <message>
        <source>left</source>
        <translation>over</translation>
    </message>
</context>
<context>
    <name>TalkTimes</name>
    <message>
        <source>When it really began and ended</source>
        <extracomment>The two times; the second is None while the talk is not over.</extracomment>
        <translation>Wanneer het echt begon en eindigde</translation>
    </message>
    <message>
        <source>Began at</source>
        <translation>Begonnen om</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Geëindigd om</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Workplace</source>
        <translation>Werkplek</translation>
    </message>
    <message>
        <source>Institute</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>{Student}</source>
        <translation>{Student}</translation>
    </message>
    <message>
        <source>{Student}&apos;s part</source>
        <translation>Aandeel {student}</translation>
    </message>
    <message>
        <source>Conditions at the workplace</source>
        <translation>Voorwaarden op de werkplek</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Waargenomen</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Portfolio</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>From others</source>
        <translation>Van anderen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>nog open</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>Niet waargenomen</translation>
    </message>
    <message>
        <source>No opportunity</source>
        <translation>Geen kans gehad</translation>
    </message>
    <message>
        <source>unanimous</source>
        <translation>eensgezind</translation>
    </message>
    <message>
        <source>close together</source>
        <translation>dicht bij elkaar</translation>
    </message>
    <message>
        <source>talk needed</source>
        <translation>gesprek nodig</translation>
    </message>
    <message>
        <source>on screen, by themselves</source>
        <translation>zelf, op het scherm</translation>
    </message>
    <message>
        <source>typed over from paper</source>
        <translation>overgetypt van papier</translation>
    </message>
    <message>
        <source>typed in by somebody else</source>
        <translation>door iemand anders ingetypt</translation>
    </message>
    <message>
        <source>start</source>
        <translation>startbeeld</translation>
    </message>
    <message>
        <source>midterm</source>
        <translation>tussentijds</translation>
    </message>
    <message>
        <source>final</source>
        <translation>eind</translation>
    </message>
    <message>
        <source>coaching</source>
        <translation>coachend</translation>
    </message>
    <message>
        <source>evaluating together</source>
        <translation>samen evalueren</translation>
    </message>
    <message>
        <source>among peers</source>
        <translation>onder gelijken</translation>
    </message>
    <message>
        <source>programme</source>
        <translation>opleiding</translation>
    </message>
    <message>
        <source>with the institute</source>
        <translation>met de opleiding</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>gepland</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehouden</translation>
    </message>
    <message>
        <source>not held</source>
        <translation>niet doorgegaan</translation>
    </message>
    <message>
        <source>workplace</source>
        <translation>werkplek</translation>
    </message>
    <message>
        <source>student</source>
        <translation>student</translation>
    </message>
    <message>
        <source>other</source>
        <translation>iets anders</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gedaan</translation>
    </message>
    <message>
        <source>let go</source>
        <translation>losgelaten</translation>
    </message>
    <message>
        <source>goes on in another agreement</source>
        <translation>loopt door in een andere afspraak</translation>
    </message>
    <message>
        <source>Student in training</source>
        <translation>Student in opleiding</translation>
    </message>
    <message>
        <source>In-service trainee (LIO)</source>
        <translation>Leraar-in-opleiding (LIO)</translation>
    </message>
    <message>
        <source>Starting colleague</source>
        <translation>Startende collega</translation>
    </message>
    <message>
        <source>Career changer</source>
        <translation>Zij-instromer</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Lopend</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Afgesloten</translation>
    </message>
    <message>
        <source>Evaluate together</source>
        <translation>Samen evalueren</translation>
    </message>
    <message>
        <source>Coach and assessor apart</source>
        <translation>Coach en beoordelaar apart</translation>
    </message>
    <message>
        <source>score of {criterion}</source>
        <translation>score van {criterion}</translation>
    </message>
    <message>
        <source>agreed on {criterion}</source>
        <translation>afgesproken over {criterion}</translation>
    </message>
    <message>
        <source>{student}</source>
        <translation>{student}</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>gesprek</translation>
    </message>
    <message>
        <source>series of conversations</source>
        <translation>reeks gesprekken</translation>
    </message>
    <message>
        <source>round</source>
        <translation>ronde</translation>
    </message>
    <message>
        <source>what was agreed</source>
        <translation>wat is afgesproken</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>scores</translation>
    </message>
    <message>
        <source>score sheet</source>
        <translation>scoreblad</translation>
    </message>
    <message>
        <source>texts of the report</source>
        <translation>teksten van het verslag</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>afspraak</translation>
    </message>
    <message>
        <source>note or agenda</source>
        <translation>notitie of agenda</translation>
    </message>
    <message>
        <source>own phrase</source>
        <translation>eigen zin</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestie</translation>
    </message>
    <message>
        <source>growth plan</source>
        <translation>groeiplan</translation>
    </message>
    <message>
        <source>school year</source>
        <translation>schooljaar</translation>
    </message>
    <message>
        <source>lesson hour</source>
        <translation>lesuur</translation>
    </message>
    <message>
        <source>last change</source>
        <translation>laatste wijziging</translation>
    </message>
    <message>
        <source>Round {number}, {kind}</source>
        <translation>Ronde {number}, {kind}</translation>
    </message>
    <message>
        <source>{student}, with everything that was kept</source>
        <translation>{student}, met alles wat bewaard was</translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation>Alleen dit gesprek</translation>
    </message>
    <message>
        <source>This one and the later ones</source>
        <translation>Dit en de volgende</translation>
    </message>
    <message>
        <source>All that are still planned</source>
        <translation>Alle die nog gepland zijn</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Loopt nog</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Gehaald</translation>
    </message>
    <message>
        <source>Partly reached</source>
        <translation>Deels gehaald</translation>
    </message>
    <message>
        <source>Not yet reached</source>
        <translation>Nog niet gehaald</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Losgelaten</translation>
    </message>
    <message>
        <source>No last round is planned yet. Growth takes at least six weeks to show: plan the round after that.</source>
        <translation>Er is nog geen eindronde gepland. Groei tonen vraagt minstens zes weken: plan de ronde daarna.</translation>
    </message>
    <message>
        <source>the final conversation</source>
        <translation>het eindgesprek</translation>
    </message>
    <message>
        <source>round {round}</source>
        <translation>ronde {round}</translation>
    </message>
    <message>
        <source>The last round is over: {last} was on {day}.</source>
        <translation>De laatste ronde is voorbij: {last} was op {day}.</translation>
    </message>
    <message>
        <source>Until {last} on {day} there is less than a week.</source>
        <translation>Tot {last} op {day} is er nog minder dan een week.</translation>
    </message>
    <message>
        <source>Until {last} on {day} there is 1 week.</source>
        <translation>Tot {last} op {day} is er nog 1 week.</translation>
    </message>
    <message>
        <source>Until {last} on {day} there are {weeks} weeks.</source>
        <translation>Tot {last} op {day} zijn er nog {weeks} weken.</translation>
    </message>
    <message>
        <source>That is less than six: talk about what can still be done.</source>
        <translation>Dat is minder dan zes: bespreek wat dan nog kan.</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Vakantie</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Feestdag</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>Vrije dag</translation>
    </message>
    <message>
        <source>Staff day</source>
        <translation>Personeelsdag</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Lesperiode</translation>
    </message>
    <message>
        <source>Examinations</source>
        <translation>Examens</translation>
    </message>
    <message>
        <source>Return day</source>
        <translation>Terugkomdag</translation>
    </message>
    <message>
        <source>Trialogue meetings</source>
        <translation>Trialogen</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Iets anders</translation>
    </message>
    <message>
        <source>{Block_placement}</source>
        <translation>{Block_placement}</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Andere dagen</translation>
    </message>
    <message>
        <source>Flanders</source>
        <translation>Vlaanderen</translation>
    </message>
    <message>
        <source>Netherlands, North</source>
        <translation>Nederland, Noord</translation>
    </message>
    <message>
        <source>Netherlands, Middle</source>
        <translation>Nederland, Midden</translation>
    </message>
    <message>
        <source>Netherlands, South</source>
        <translation>Nederland, Zuid</translation>
    </message>
    <message>
        <source>{Workplace}</source>
        <translation>{Workplace}</translation>
    </message>
    <message>
        <source>{Institute}</source>
        <translation>{Institute}</translation>
    </message>
</context>
<context>
    <name>ThanksCard</name>
    <message>
        <source>Thank you. Your sheet is ready.</source>
        <extracomment>The value of the answer that was clicked.</extracomment>
        <translation>Dank je wel. Je blad is klaar.</translation>
    </message>
    <message>
        <source>What you chose to share is kept. Give the laptop back to {name}.</source>
        <translation>Wat je deelt, is bewaard. Geef de laptop terug aan {name}.</translation>
    </message>
    <message>
        <source>Lock the laptop</source>
        <translation>Vergrendel de laptop</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gesprekken</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Evaluations</source>
        <translation>Evaluaties</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Bewijs</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Conversations, agreements, evaluations and evidence come here by themselves. Begin with a first conversation.</source>
        <translation>Gesprekken, afspraken, evaluaties en bewijs komen hier vanzelf. Begin met een eerste gesprek.</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>Search with {name}</source>
        <translation>Zoek bij {name}</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Niets gevonden voor “{text}”.</translation>
    </message>
    <message>
        <source>Nothing of this kind yet.</source>
        <translation>Hier is nog niets van.</translation>
    </message>
    <message>
        <source>{count} more planned</source>
        <translation>Nog {count} gepland</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>Planned</source>
        <translation>Gepland</translation>
    </message>
    <message>
        <source>{time}, {minutes} minutes</source>
        <translation>{time}, {minutes} minuten</translation>
    </message>
    <message>
        <source>not held: {cause}</source>
        <translation>niet doorgegaan: {cause}</translation>
    </message>
    <message>
        <source>report</source>
        <translation>verslag</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Bereid voor</translation>
    </message>
    <message>
        <source>Agreement made</source>
        <translation>Afspraak gemaakt</translation>
    </message>
    <message>
        <source>Agreement done</source>
        <translation>Afspraak gedaan</translation>
    </message>
    <message>
        <source>Agreement let go</source>
        <translation>Afspraak losgelaten</translation>
    </message>
    <message>
        <source>Agreement goes on</source>
        <translation>Afspraak loopt door</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>tegen {day}</translation>
    </message>
    <message>
        <source>{round} opened</source>
        <translation>{round} geopend</translation>
    </message>
    <message>
        <source>{round} made final</source>
        <translation>{round} definitief gemaakt</translation>
    </message>
    <message>
        <source>{round} filled in by all three</source>
        <translation>{round} ingevuld door alle drie</translation>
    </message>
    <message>
        <source>{round} filled in by both</source>
        <translation>{round} ingevuld door allebei</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <source>{round} filled in by {who}</source>
        <translation>{round} ingevuld door {who}</translation>
    </message>
    <message>
        <source>{round}: {state}</source>
        <translation>{round}: {state}</translation>
    </message>
    <message>
        <source>Evidence for {code}</source>
        <translation>Bewijs bij {code}</translation>
    </message>
    <message>
        <source>Comment on {code}</source>
        <translation>Toelichting bij {code}</translation>
    </message>
    <message>
        <source>about the workplace</source>
        <translation>over de werkplek</translation>
    </message>
    <message>
        <source>Start of the trajectory</source>
        <translation>Start van het traject</translation>
    </message>
    <message>
        <source>End of the trajectory</source>
        <translation>Einde van het traject</translation>
    </message>
    <message>
        <source>Privacy notice given</source>
        <translation>Privacytekst gegeven</translation>
    </message>
    <message>
        <source>Start of {block}</source>
        <translation>Start {block}</translation>
    </message>
    <message>
        <source>End of {block}</source>
        <translation>Einde {block}</translation>
    </message>
</context>
<context>
    <name>TipCard</name>
    <message>
        <source>Not now</source>
        <translation>Niet nu</translation>
    </message>
</context>
<context>
    <name>ToPlanLine</name>
    <message>
        <source>New date</source>
        <translation>Nieuwe datum</translation>
    </message>
</context>
<context>
    <name>TodayLines</name>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <extracomment>How many lines each *show* adds.</extracomment>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Text copied: paste it into your message.</source>
        <translation>Tekst gekopieerd: plak hem in je bericht.</translation>
    </message>
    <message>
        <source>Nothing else is planned this week or the next.</source>
        <translation>Verder staat er deze en volgende week niets gepland.</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Ronde {number}</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>No round is waiting for anybody.</source>
        <translation>Er wacht geen ronde op iemand.</translation>
    </message>
    <message>
        <source>You spoke to everybody in the last {weeks} weeks.</source>
        <translation>Je sprak iedereen in de laatste {weeks} weken.</translation>
    </message>
</context>
<context>
    <name>TodayParts</name>
    <message>
        <source>{who}: ready</source>
        <translation>{who}: klaar</translation>
    </message>
    <message>
        <source>{who}: not ready yet</source>
        <translation>{who}: nog niet klaar</translation>
    </message>
    <message>
        <source>{count} earlier this week: show</source>
        <translation>{count} eerder deze week: toon</translation>
    </message>
    <message>
        <source>More than {count} earlier this week: show</source>
        <translation>Meer dan {count} eerder deze week: toon</translation>
    </message>
    <message>
        <source>And {count} more: show</source>
        <translation>En nog {count}: toon</translation>
    </message>
    <message>
        <source>And more than {count} more: show</source>
        <translation>En nog meer dan {count}: toon</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Here you see each day which conversation comes next, what was agreed and whose sheet is still awaited. Begin by adding your first {student}.</source>
        <translation>Hier zie je elke dag welk gesprek er komt, wat er is afgesproken en op wiens blad je nog wacht. Begin met je eerste {student}.</translation>
    </message>
    <message>
        <source>Add {student}</source>
        <translation>{Student} toevoegen</translation>
    </message>
    <message>
        <source>No trajectory is running: all of them are closed, and you find them with your {students}. Add a {student} to begin again.</source>
        <translation>Er loopt geen traject: alles is afgesloten, en je vindt het terug bij je {students}. Voeg een {student} toe om opnieuw te beginnen.</translation>
    </message>
    <message>
        <source>No conversation is planned. Choose a moment that suits you both.</source>
        <translation>Er staat geen gesprek gepland. Kies een moment dat jullie allebei past.</translation>
    </message>
    <message>
        <source>Plan conversation</source>
        <translation>Plan gesprek</translation>
    </message>
    <message>
        <source>This and next week</source>
        <translation>Deze en volgende week</translation>
    </message>
    <message>
        <source>Still to plan</source>
        <translation>Nog in te plannen</translation>
    </message>
    <message>
        <source>Open agreements</source>
        <translation>Open afspraken</translation>
    </message>
    <message>
        <source>by date</source>
        <translation>op datum</translation>
    </message>
    <message>
        <source>All agreements</source>
        <translation>Alle afspraken</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Rondes</translation>
    </message>
    <message>
        <source>who is ready?</source>
        <translation>wie is klaar?</translation>
    </message>
    <message>
        <source>Not spoken to for a while</source>
        <translation>Even niet gesproken</translation>
    </message>
    <message>
        <source>Not spoken to for how long</source>
        <translation>Hoelang niet gesproken</translation>
    </message>
    <message>
        <source>{weeks} weeks</source>
        <translation>{weeks} weken</translation>
    </message>
    <message>
        <source>Card of today</source>
        <translation>Kaart van vandaag</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>{conversation}, round {number}</source>
        <translation>{conversation}, ronde {number}</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} minuten</translation>
    </message>
    <message>
        <source>{minutes} minutes, with {people}</source>
        <translation>{minutes} minuten, met {people}</translation>
    </message>
    <message>
        <source>Did it take place? At {time}</source>
        <translation>Ging het door? Om {time}</translation>
    </message>
    <message>
        <source>Going on now, until {time}</source>
        <translation>Nu bezig, tot {time}</translation>
    </message>
    <message>
        <source>Today at {time}</source>
        <translation>Vandaag om {time}</translation>
    </message>
    <message>
        <source>Tomorrow at {time}</source>
        <translation>Morgen om {time}</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} om {time}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Bereid voor</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Vul aan</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Bekijk</translation>
    </message>
    <message>
        <source>View report</source>
        <translation>Bekijk verslag</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Plan opnieuw</translation>
    </message>
    <message>
        <source>held, no note yet</source>
        <translation>gehouden, nog geen notitie</translation>
    </message>
    <message>
        <source>held</source>
        <translation>gehouden</translation>
    </message>
    <message>
        <source>not held ({cause})</source>
        <translation>ging niet door ({cause})</translation>
    </message>
    <message>
        <source>going on now</source>
        <translation>nu bezig</translation>
    </message>
    <message>
        <source>did it take place?</source>
        <translation>ging het door?</translation>
    </message>
    <message>
        <source>new date: {day}</source>
        <translation>nieuwe datum: {day}</translation>
    </message>
    <message>
        <source>{conversation}, {day} did not go ahead ({cause})</source>
        <translation>{conversation}, {day} ging niet door ({cause})</translation>
    </message>
    <message>
        <source>final</source>
        <translation>definitief</translation>
    </message>
    <message>
        <source>all three ready</source>
        <translation>alle drie klaar</translation>
    </message>
    <message>
        <source>both ready</source>
        <translation>allebei klaar</translation>
    </message>
    <message>
        <source>waiting for {who}</source>
        <translation>wacht op {who}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Vul in</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>Herinner</translation>
    </message>
    <message>
        <source>Put side by side</source>
        <translation>Leg naast elkaar</translation>
    </message>
    <message>
        <source>Hello{name},

For round {number} I am still waiting for your sheet. We meet on {day}. Will you fill it in before then, three working days ahead if you can?

Kind regards,
{sender}</source>
        <translation>Dag{name},

Voor ronde {number} wacht ik nog op jouw blad. We zitten samen op {day}. Vul je het voor die dag in, als het lukt drie werkdagen vooraf?

Groeten,
{sender}</translation>
    </message>
    <message>
        <source>Hello{name},

For round {number} I am still waiting for your sheet. Will you fill it in this week?

Kind regards,
{sender}</source>
        <translation>Dag{name},

Voor ronde {number} wacht ik nog op jouw blad. Vul je het deze week in?

Groeten,
{sender}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Jij</translation>
    </message>
    <message>
        <source>{who}, for {student}</source>
        <translation>{who}, voor {student}</translation>
    </message>
    <message>
        <source>No conversation yet since the start on {day}.</source>
        <translation>Nog geen gesprek sinds de start op {day}.</translation>
    </message>
    <message>
        <source>Last conversation on {day}, {weeks} weeks ago.</source>
        <translation>Laatste gesprek op {day}, {weeks} weken geleden.</translation>
    </message>
    <message>
        <source>{day} did not go ahead ({cause}).</source>
        <translation>{day} ging niet door ({cause}).</translation>
    </message>
    <message>
        <source>Soon at {time}, in 1 minute</source>
        <translation>Straks om {time}, over 1 minuut</translation>
    </message>
    <message>
        <source>Soon at {time}, in {minutes} minutes</source>
        <translation>Straks om {time}, over {minutes} minuten</translation>
    </message>
    <message>
        <source>you</source>
        <translation>jou</translation>
    </message>
    <message>
        <source>the institute</source>
        <translation>de opleiding</translation>
    </message>
    <message>
        <source> and </source>
        <translation> en </translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Earlier</source>
        <translation>Vroeger</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Agreements</source>
        <translation>Afspraken</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>Agendabestand…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Druk af…</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Maand</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>How the agenda is shown</source>
        <translation>Hoe de agenda getoond wordt</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <extracomment>It takes the room of the title now, or gives it back.</extracomment>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>TrialoguePrinting</name>
    <message>
        <source>Trialogue sheet</source>
        <translation>Trialoogblad</translation>
    </message>
    <message>
        <source>A4, lying down: the views beside each other, with room to write down what you agree. Nobody&apos;s view is on it before the round is put side by side. The conditions at the workplace are on the back.</source>
        <translation>A4, liggend: ieders kijk naast elkaar, met plaats om op te schrijven wat jullie afspreken. Niemands kijk staat erop voor de ronde naast elkaar ligt. De voorwaarden op de werkplek staan op de achterkant.</translation>
    </message>
</context>
<context>
    <name>UndoKeys</name>
    <message>
        <source>No undo on a shared screen</source>
        <translation>Ongedaan maken kan niet als er iemand meekijkt</translation>
    </message>
    <message>
        <source>Nothing to do again</source>
        <translation>Niets om opnieuw te doen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Niets om ongedaan te maken</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Opnieuw gedaan: {what}</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Ongedaan gemaakt: {what}</translation>
    </message>
</context>
<context>
    <name>UnlockCard</name>
    <message>
        <source>Put a back-up back</source>
        <translation>Zet een back-up terug</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profiel</translation>
    </message>
    <message>
        <source>The demo year is made up. It opens without a passphrase.</source>
        <translation>Het demojaar is verzonnen. Het opent zonder wachtwoordzin.</translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation>Gebruik het herstelblad</translation>
    </message>
    <message>
        <source>Laptop lost?</source>
        <translation>Laptop kwijt?</translation>
    </message>
    <message>
        <source>Choose your profile and type your passphrase.</source>
        <translation>Kies je profiel en typ je wachtwoordzin.</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Typ je wachtwoordzin.</translation>
    </message>
    <message>
        <source>Passphrase of {name}</source>
        <translation>Wachtwoordzin van {name}</translation>
    </message>
    <message>
        <source>This is not the right passphrase. Try again in {seconds} seconds.</source>
        <translation>Dit is niet de juiste wachtwoordzin. Probeer opnieuw over {seconds} seconden.</translation>
    </message>
    <message>
        <source>Wait before the next try.</source>
        <translation>Wacht even voor je opnieuw probeert.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Open the demo year</source>
        <translation>Open het demojaar</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Ontgrendel</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Kan niet geopend worden</translation>
    </message>
    <message>
        <source>{place}, demo</source>
        <translation>{place}, demo</translation>
    </message>
</context>
<context>
    <name>UnlockWindow</name>
    <message>
        <source>No back-up yet</source>
        <translation>Nog geen back-up</translation>
    </message>
    <message>
        <source>Last back-up {when}</source>
        <translation>Laatste back-up {when}</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Nieuw profiel</translation>
    </message>
    <message>
        <source>Look at the demo year</source>
        <translation>Bekijk het demojaar</translation>
    </message>
    <message>
        <source>Put a back-up back</source>
        <translation>Zet een back-up terug</translation>
    </message>
    <message>
        <source>The demo year</source>
        <translation>Het demojaar</translation>
    </message>
    <message>
        <source>A made-up school year is being made for you.</source>
        <translation>Er wordt een verzonnen schooljaar voor je gemaakt.</translation>
    </message>
    <message>
        <source>The back-up of {moment} was put back. Use the passphrase of that moment.</source>
        <translation>De back-up van {moment} is teruggezet. Gebruik de wachtwoordzin van toen.</translation>
    </message>
    <message>
        <source>The profile as it was before is kept in {folder}</source>
        <translation>Het profiel van daarvoor blijft bewaard in {folder}</translation>
    </message>
</context>
<context>
    <name>UnplannedPanel</name>
    <message>
        <source>Still to plan</source>
        <translation>Nog in te plannen</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>En nog {count}.</translation>
    </message>
    <message>
        <source>Drag it to a free moment, or press Enter and choose a proposal.</source>
        <translation>Sleep naar een vrij moment, of druk op Enter en kies een voorstel.</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Busy for {seconds} s</source>
        <translation>Al {seconds} s bezig</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Arrows move it, Shift and arrows stretch it, Enter keeps it, Esc leaves it.</source>
        <translation>Met de pijlen verplaats je het, met Shift en een pijl maak je het langer of korter. Enter laat het daar, Esc zet het terug.</translation>
    </message>
    <message>
        <source>Week</source>
        <extracomment>What is dragged in from the list of what is still to be planned. The talk under the cursor: its id, or None. A moment and minutes. What was dragged in, and the moment where it was let go. A block, its new moment and its new minutes. So many weeks on. A moment with more talks than there is room for. What to do now, quietly.</extracomment>
        <translation>Week</translation>
    </message>
    <message>
        <source>Arrows choose the moment, Enter plans it, Esc leaves it.</source>
        <translation>Met de pijlen kies je het moment, met Enter plan je het, met Esc laat je het zo.</translation>
    </message>
    <message>
        <source>This conversation is over: it stays where it is.</source>
        <translation>Dit gesprek is voorbij: het blijft waar het staat.</translation>
    </message>
    <message>
        <source>{count} more conversations: Enter shows them in the list</source>
        <translation>Nog {count} gesprekken: Enter toont ze in de lijst</translation>
    </message>
    <message>
        <source>{title}, {moment}, {minutes} minutes</source>
        <translation>{title}, {moment}, {minutes} minuten</translation>
    </message>
</context>
<context>
    <name>WeekdayPicker</name>
    <message>
        <source>Weekend</source>
        <translation>Weekend</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Read my sheet</source>
        <translation>Lees mijn blad</translation>
    </message>
    <message>
        <source>Open my sheet again</source>
        <translation>Open mijn blad opnieuw</translation>
    </message>
</context>
<context>
    <name>When</name>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gisteren {time}</translation>
    </message>
</context>
<context>
    <name>WhenFields</name>
    <message>
        <source>Suggestions</source>
        <translation>Voorstellen</translation>
    </message>
    <message>
        <source>{day}, {start} to {end}</source>
        <translation>{day}, {start} tot {end}</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>Choose {moment}</source>
        <translation>Kies {moment}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uur</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
</context>
<context>
    <name>WindowStatus</name>
    <message>
        <source>Encrypted</source>
        <translation>Versleuteld</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Opgeslagen {time}</translation>
    </message>
    <message>
        <source>No back-up yet</source>
        <translation>Nog geen back-up</translation>
    </message>
    <message>
        <source>Back-up {when}</source>
        <translation>Back-up {when}</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>YearSection</name>
    <message>
        <source>School year</source>
        <translation>Schooljaar</translation>
    </message>
    <message>
        <source>Holidays, examinations and return days, your lesson hours, and the step into the next year.</source>
        <translation>Vakanties, examens en terugkomdagen, je lesuren, en de stap naar het volgende jaar.</translation>
    </message>
    <message>
        <source>Open the school year</source>
        <translation>Open het schooljaar</translation>
    </message>
</context>
<context>
    <name>YouSection</name>
    <message>
        <source>You and your workplace</source>
        <translation>Jij en je werkplek</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Je naam</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Je rol</translation>
    </message>
    <message>
        <source>Name of your {workplace}</source>
        <translation>Naam van je {workplace}</translation>
    </message>
    <message>
        <source>Address (optional)</source>
        <translation>Adres (mag leeg blijven)</translation>
    </message>
</context>
<context>
    <name>_CardBody</name>
    <message>
        <source>Label {number}</source>
        <extracomment>The labels of feedback that may be one&apos;s own words: the four G&apos;s, not the question after them.</extracomment>
        <translation>Woord {number}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>_ErrorDialog</name>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopieer details</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>_LineClock</name>
    <message>
        <source>{time} going on</source>
        <translation>{time} bezig</translation>
    </message>
    <message>
        <source>of {minutes} min</source>
        <translation>van {minutes} min</translation>
    </message>
</context>
<context>
    <name>_SmallDialog</name>
    <message>
        <source>Keep</source>
        <translation>Bewaar</translation>
    </message>
</context>
<context>
    <name>_TableHeader</name>
    <message>
        <source>Sort by {column}</source>
        <translation>Sorteer op {column}</translation>
    </message>
    <message>
        <source>{column}, sorted upwards</source>
        <translation>{column}, oplopend gesorteerd</translation>
    </message>
    <message>
        <source>{column}, sorted downwards</source>
        <translation>{column}, aflopend gesorteerd</translation>
    </message>
</context>
<context>
    <name>_Version</name>
    <message>
        <source>Comment: {text}</source>
        <translation>Toelichting: {text}</translation>
    </message>
    <message>
        <source>Evidence: {text}</source>
        <translation>Bewijs: {text}</translation>
    </message>
    <message>
        <source>Source: {text}</source>
        <translation>Bron: {text}</translation>
    </message>
    <message>
        <source>No comment and no evidence.</source>
        <translation>Geen toelichting en geen bewijs.</translation>
    </message>
</context>
</TS>
