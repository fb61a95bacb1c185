//! German.

use super::Key;

pub(super) const fn text(key: Key) -> &'static str {
    match key {
        // Shared
        Key::ProductName => "Ablauf",
        // Stages
        Key::StageReceived => "Eingegangen",
        Key::StageReview => "In Prüfung",
        Key::StageInterview => "Gespräch",
        Key::StageReserve => "Reserve",
        Key::StageOffer => "Angebot",
        // Outcomes
        Key::OutcomeNone => "Unentschieden",
        Key::OutcomeHired => "Eingestellt",
        Key::OutcomeRejected => "Abgesagt",
        Key::OutcomeWithdrawn => "Zurückgezogen",
        // Posting states
        Key::PostingDraft => "Entwurf",
        Key::PostingOpen => "Offen",
        Key::PostingIntakeClosed => "Annahme beendet",
        Key::PostingClosed => "Abgeschlossen",
        Key::PostingArchived => "Archiviert",
        // Employments
        Key::EmploymentFullTime => "Vollzeit",
        Key::EmploymentPartTime => "Teilzeit",
        Key::EmploymentApprenticeship => "Ausbildung",
        // Sections of an application
        Key::SectionContact => "Kontaktdaten",
        Key::SectionCv => "Lebenslauf",
        Key::SectionLetter => "Anschreiben",
        Key::SectionAnswers => "Antworten",
        Key::AnswersTitle => "Antworten auf die Fragen der Stelle",
        Key::AnswerNone => "Nicht beantwortet",
        Key::AnswerFile => "Eine Datei; sie steht bei den Unterlagen",
        Key::DocumentAnswers => "Antwort auf: {}",
        Key::SectionDocuments => "Weitere Unterlagen",
        Key::SectionDisability => "Schwerbehinderung",
        Key::SectionRedacted => "Kopie ohne Namen",
        Key::SectionComments => "Kommentare anderer",
        Key::SectionNotes => "Notizen der Personalabteilung",
        // Roles
        Key::RoleHr => "Personalabteilung",
        Key::RoleHead => "Fachbereichsleitung",
        Key::RolePanel => "Mitglied der Auswahlrunde",
        Key::RoleWorksCouncil => "Betriebsrat",
        Key::RoleRepresentative => "Schwerbehindertenvertretung",
        Key::RolePrivacy => "Datenschutz",
        Key::RoleAdmin => "Administration",
        Key::RoleAccounting => "Buchhaltung",
        // Why a release ended, after a date and a colon
        Key::EndedRevoked => "von der Personalabteilung zurückgenommen",
        Key::EndedExpired => "der letzte Tag ist vorbei",
        Key::EndedRejected => "abgesagt",
        Key::EndedWithdrawn => "von der Person zurückgezogen",
        Key::EndedProcedureClosed => "das Verfahren ist abgeschlossen",
        Key::EndedDeputyship => "Ihre Vertretung ist beendet",
        // Languages, each by its own name
        Key::LanguageDe => "Deutsch",
        Key::LanguageEn => "English",
        Key::LanguageNl => "Nederlands",
        // Fields of the application form
        Key::FieldFirstName => "Vorname",
        Key::FieldLastName => "Nachname",
        Key::FieldEmail => "E-Mail-Adresse",
        Key::FieldPhone => "Telefon",
        Key::FieldMessage => "Nachricht",
        Key::FieldHomepage => "Homepage",
        Key::HintHomepage => "Bitte lassen Sie dieses Feld leer.",
        Key::FieldDisability => "Schwerbehinderung",
        Key::FieldNoRepresentative => "Ohne die Vertretung",
        Key::FieldNotice => "Datenschutzhinweise",
        Key::FieldCv => "Lebenslauf",
        Key::FieldDocuments => "Weitere Unterlagen",
        Key::MissingFirstName => "Geben Sie Ihren Vornamen ein",
        Key::MissingLastName => "Geben Sie Ihren Nachnamen ein",
        Key::MissingEmail => "Geben Sie Ihre E-Mail-Adresse ein",
        // Problems of a field; {} is the name of the field, or the limit
        Key::ProblemMissing => "„{}“ ist noch leer",
        Key::ProblemTooLong => "„{}“ fasst höchstens {} Zeichen",
        Key::ProblemNotText => "„{}“ enthält Zeichen, die sich nicht darstellen lassen; bitte tippen Sie den Text von Hand ein",
        Key::ProblemNotAnEmail => "Geben Sie eine E-Mail-Adresse wie name@example.org ein",
        Key::ProblemNotAPhone => "Geben Sie eine Telefonnummer wie +49 331 555 0123 ein, oder lassen Sie das Feld leer",
        Key::ProblemNoticeUnread => "Bestätigen Sie, dass Sie die Datenschutzhinweise gelesen haben",
        Key::ProblemFileMissing => "Wählen Sie Ihren Lebenslauf als Datei aus",
        Key::ProblemFileEmpty => "Die Datei ist leer. Wählen Sie eine, in der Ihr Lebenslauf steht.",
        Key::ProblemFileTooLarge => {
            "Die Datei ist zu groß: höchstens {}. Ein PDF in normaler Qualität ist fast immer klein genug."
        }
        Key::ProblemFileUnrecognised => {
            "Wählen Sie eine PDF-, DOCX- oder ODT-Datei. Diese ist keine davon, wie auch immer ihr Name endet."
        }
        Key::ProblemFileDamaged => {
            "Die Datei ist abgeschnitten oder beschädigt. Speichern oder exportieren Sie sie noch einmal und wählen Sie sie \
             dann erneut aus."
        }
        Key::ProblemPictureTooLarge => "Das Bild ist zu groß: höchstens {} Pixel auf jeder Seite",
        Key::ProblemTooFaint => {
            "Text in dieser Farbe wäre nicht zu lesen: Sie erreicht einen Kontrast von {} zu 1, nötig sind {} zu 1. Eine \
             dunklere im gleichen Farbton reicht: {}"
        }
        Key::ProblemFileAgain => {
            "Wählen Sie Ihren Lebenslauf noch einmal aus. Browser behalten eine gewählte Datei nicht, wenn eine Seite \
             zurückkommt."
        }
        Key::ProblemNoFile => "Wählen Sie eine Datei aus",
        Key::ProblemEmptyFile => "Die Datei ist leer. Wählen Sie eine andere.",
        Key::ProblemThatFileAgain => {
            "Wählen Sie die Datei noch einmal aus, falls Sie eine gewählt hatten: ein Browser behält sie nicht"
        }
        Key::ProblemTooMany => "Wählen Sie höchstens {} Dateien aus",
        Key::DocumentsUnrecognised => "Eine der Dateien ist weder PDF, DOCX, ODT, PNG noch JPEG, was auch immer ihr Name sagt",
        Key::DocumentsDamaged => "Eine der Dateien ist abgeschnitten oder beschädigt",
        Key::DocumentsEmpty => "Eine der Dateien ist leer",
        Key::DocumentsAgain => {
            "Wählen Sie auch die weiteren Unterlagen erneut aus, falls Sie welche gewählt hatten: Ein Browser behält sie nicht"
        }
        Key::AnswerAgain => {
            "Wählen Sie die Datei zu „{}“ noch einmal aus, falls Sie eine gewählt hatten: Ein Browser behält sie nicht"
        }
        Key::AnswerUnrecognised => "Die Datei zu „{}“ ist weder PDF, DOCX, ODT, PNG noch JPEG, was auch immer ihr Name sagt",
        Key::AnswerDamaged => "Die Datei zu „{}“ ist abgeschnitten oder beschädigt",
        Key::AnswerEmpty => "Die Datei zu „{}“ ist leer",
        Key::ProblemNoMatch => "E-Mail-Adresse und Passwort passen nicht zusammen",
        Key::ProblemNotAChoice => "Wählen Sie bei „{}“ eine der angebotenen Antworten",
        Key::ProblemNotHttps => "Eine Adresse beginnt mit https://",
        Key::ProblemNotStored => "Im Moment ließ sich nichts speichern. Bitte senden Sie es in ein paar Minuten noch einmal.",
        Key::ProblemSentBefore => {
            "Wählen Sie Ihren Lebenslauf noch einmal aus, wenn Sie dies als weitere Bewerbung senden möchten."
        }
        Key::ProblemNotEmpty => {
            "Lassen Sie „{}“ leer: Das Feld ist nur für Programme da. Wenn Ihr Browser es ausgefüllt hat, leeren Sie es und \
             schicken Sie das Formular noch einmal ab"
        }
        Key::ProblemNothingStated => {
            "Ohne Angabe einer Schwerbehinderung erfährt niemand davon. Setzen Sie auch das Häkchen darüber, oder nehmen Sie \
             dieses weg"
        }
        Key::ProblemTooShort => "„{}“ braucht mindestens {} Zeichen",
        Key::ProblemTaken => "„{}“: das ist schon vergeben",
        Key::ProblemAlone => {
            "Die Angabe zur Schwerbehinderung wird nur für sich freigegeben: wählen Sie alles andere ab, oder lassen Sie sie \
             weg"
        }
        Key::ProblemNotADate => "Geben Sie bei „{}“ ein Datum mit Tag, Monat und Jahr ein",
        Key::ProblemNotANumber => "Geben Sie eine ganze Zahl von {} bis {} bei „{}“ ein",
        Key::ProblemTooEarly => "„{}“: dieses Datum liegt zu früh",
        Key::ProblemTooLate => "„{}“: dieses Datum liegt zu spät",
        Key::ProblemNoNumber => "Geben Sie bei „{}“ eine Zahl ein, etwa 1200 oder 37,5",
        Key::ProblemNotSoMany => "„{}“: Nennen Sie {} bis {} Möglichkeiten, jede in einer Zeile",
        Key::ProblemTwice => "„{}“ nennt zweimal dasselbe",
        // Error summary
        Key::ProblemsTitleOne => "Es wurde noch nichts gesendet: eine Stelle braucht Ihren Blick",
        Key::ProblemsTitleMany => "Es wurde noch nichts gesendet: {} Stellen brauchen Ihren Blick",
        Key::ProblemsNoneLeft => "Alles ist in Ordnung gebracht. Schicken Sie das Formular noch einmal ab.",
        Key::ErrorTitle => "Fehler: {}",
        // Fields
        Key::Optional => "(freiwillig)",
        Key::ApplicantCanRead => "Die Person, die sich bewirbt, kann das lesen.",
        // Dates that run
        Key::DueToday => "heute",
        Key::DueTomorrow => "morgen",
        Key::DueInDays => "in {} Tagen",
        Key::DueOverdueOne => "1 Tag überfällig",
        Key::DueOverdueMany => "{} Tage überfällig",
        Key::At => "{} um {} Uhr",
        // Frame
        Key::SkipToContent => "Zum Inhalt springen",
        Key::DemoLabel => "Vorführung",
        Key::DemoText => "Vorführung: die Personen sind erfunden. Geben Sie nichts über wirkliche Personen ein.",
        Key::NavDesk => "Arbeitsplatz",
        Key::NavMenu => "Menü",
        Key::NavStart => "Start",
        Key::NavApplications => "Bewerbungen",
        Key::NavPostings => "Stellen",
        Key::NavRetention => "Fristen",
        Key::NavEmployees => "Beschäftigte",
        Key::NavPapers => "Belege",
        Key::NavPool => "Talentpool",
        Key::NavEvidence => "Einwilligungen",
        Key::NavRequests => "Anfragen",
        Key::NavAudit => "Journal",
        Key::NavPeople => "Personen",
        Key::SignOut => "Abmelden",
        // End of shared
        // Careers site
        // Frame of the site
        Key::NavSite => "Bereiche",
        Key::NavAbout => "Über diese Seite",
        Key::NavOpenPostings => "Offene Stellen",
        Key::NavMyApplication => "Meine Bewerbung",
        Key::NavNotice => "Datenschutzhinweise",
        Key::NavImprint => "Impressum",
        Key::NavStaff => "Anmeldung für Beschäftigte",
        Key::FooterText => "{}. Zwei Cookies, keine Tracker. Betrieben mit Ablauf, das pünktlich vergisst.",
        Key::SetLanguage => "Sprache wechseln",
        // Open postings
        Key::HomeHeading => "Arbeiten bei {}",
        Key::HomeLead => {
            "Sie bewerben sich in wenigen Minuten, ohne Konto. Ist ein Verfahren beendet, vergessen wir, was Sie uns geschickt \
             haben, und können es belegen."
        }
        Key::HomeEmptyTitle => "Heute ist keine Stelle offen",
        Key::HomeEmptyText => "Neue erscheinen zuerst hier. Wenn Sie sich schon beworben haben, läuft Ihre Bewerbung weiter.",
        Key::SeeMyApplication => "Sehen, wie es um meine Bewerbung steht",
        Key::HomeFilters => "Eingrenzen",
        Key::EveryDepartment => "Alle Bereiche",
        Key::EveryPlace => "Alle Orte",
        Key::EveryKind => "Jeder Umfang",
        Key::OpeningsAllOne => "Eine Stelle ist offen",
        Key::OpeningsAllMany => "{} Stellen sind offen",
        Key::OpeningsSome => "{} von {} offenen Stellen",
        Key::OpeningsNoneTitle => "Keine offene Stelle passt zu alldem",
        Key::OpeningsNoneText => {
            "Jede Auswahl grenzt die Liste weiter ein. Lassen Sie eine weg, oder sehen Sie alles, was offen ist."
        }
        Key::OpeningsShowAll => "Alle offenen Stellen zeigen",
        Key::FeedLink => "Neue Stellen als Feed",
        Key::ApplyUntilThen => "Bewerben Sie sich bis dahin",
        Key::LastDaysToApply => "Nur noch wenige Tage",
        Key::LastDayToApply => "Heute ist der letzte Tag",
        // One posting
        Key::JobFacts => "Auf einen Blick",
        Key::JobApplyBy => "Bewerben bis",
        Key::JobDepartment => "Bereich",
        Key::JobPlace => "Ort",
        Key::JobKind => "Umfang",
        Key::JobPay => "Gehalt",
        Key::JobAnswer => "Antwort",
        Key::JobAnswerOne => "innerhalb eines Tages",
        Key::JobAnswerMany => "innerhalb von {} Tagen",
        Key::JobAnswerBy => "Wenn Sie sich heute bewerben, hören Sie spätestens am {} von uns.",
        Key::AnswerBy => "Sie hören von uns spätestens am {}.",
        Key::JobSeats => "Freie Plätze",
        Key::JobApply => "Auf diese Stelle bewerben",
        Key::WhatNext => "So geht es weiter",
        Key::JobQuestions => "Erst noch Fragen?",
        Key::JobAsked => "Wonach das Formular außerdem fragt",
        Key::ApplyQuestions => "Fragen zu dieser Stelle",
        Key::AnswerChoiceNone => "Keine Angabe",
        Key::HintNumber => "Eine Zahl, etwa 1200 oder 37,5",
        Key::HintFile => "PDF, DOCX, ODT, PNG oder JPEG, höchstens {}.",
        Key::JobQuestionsNote => "Fragen ist noch keine Bewerbung.",
        Key::JobData => "Was mit Ihren Daten geschieht",
        Key::JobDataText => {
            "Beim Eintreffen versiegelt. Zunächst kann nur die Personalabteilung sie öffnen; der Fachbereich sieht, was sie \
             freigibt. Danach werden sie vergessen:"
        }
        Key::CourseApply => "Sie bewerben sich",
        Key::CourseApplyWhen => "heute oder später",
        Key::CourseUntil => "Bewerbungen möglich bis",
        Key::CourseClosedBy => "Verfahren abgeschlossen spätestens am",
        Key::CourseClosedOn => "Verfahren abgeschlossen am",
        Key::CourseErased => "Alles gelöscht ab",
        Key::ReadNotice => "Datenschutzhinweise lesen",
        // A posting that no longer takes applications
        Key::JobGoneTitle => "Nicht mehr offen",
        Key::JobGoneHeading => "Auf diese Stelle kann man sich nicht mehr bewerben",
        Key::JobGoneLead => "Wenn Sie sich beworben haben, läuft Ihre Bewerbung weiter.",
        Key::JobGoneUntil => "Bewerbungen waren bis {} möglich.",
        Key::JobGoneOthers => "Heute offen",
        // Application form
        Key::ApplyTitle => "Bewerben: {}",
        Key::ApplyHeading => "Bewerbung auf „{}“",
        Key::ApplyLead => "Etwa fünf Minuten, ohne Konto. Sie brauchen Ihren Lebenslauf als Datei.",
        Key::HintEmail => "Wir schreiben Ihnen nur zu dieser Bewerbung.",
        Key::HintPhone => "Falls Sie lieber angerufen werden.",
        Key::HintMessage => "Warum Sie, warum wir? Ein paar Sätze genügen. Bis zu {} Zeichen.",
        Key::DisabilityHint => {
            "Sie können das angeben oder weglassen; wer es weglässt, hat keinen Nachteil. Die Angabe wird getrennt von allem \
             anderen verschlüsselt."
        }
        Key::DisabilityBox => "Ich bin schwerbehindert oder gleichgestellt",
        Key::DisabilityBoxHint => {
            "Dann muss der Arbeitgeber die Schwerbehindertenvertretung und den Betriebsrat unmittelbar über Ihre Bewerbung \
             unterrichten (§ 164 Abs. 1 SGB IX). Fachabteilungen sehen sie nur, wenn die Personalabteilung sie eigens \
             freigibt."
        }
        Key::NoRepresentativeBox => "Die Schwerbehindertenvertretung soll nicht beteiligt werden",
        Key::NoRepresentativeBoxHint => "Nur zusammen mit der Angabe oben. Der Betriebsrat wird trotzdem unterrichtet.",
        Key::HintCv => "PDF, DOCX oder ODT, bis {}.",
        Key::HintDocuments => "Zeugnisse, Bescheinigungen: PDF, DOCX, ODT, PNG oder JPEG, bis zu {} Dateien mit je {}.",
        Key::NoticeInShort => "Die Datenschutzhinweise in Kürze",
        Key::NoticeShortUse => {
            "{} verwendet Ihre Angaben nur, um diese Bewerbung zu bearbeiten und über sie zu entscheiden (Art. 6 Abs. 1 lit. b \
             DSGVO und, soweit anwendbar, § 26 Abs. 1, Abs. 8 Satz 2 BDSG). Zunächst sieht sie nur die Personalabteilung, im \
             Lauf des Verfahrens auch die Leitung des betreffenden Fachbereichs, soweit die Personalabteilung sie freigibt."
        }
        Key::NoticeShortEnd => {
            "Alles wird spätestens {} gelöscht. Sie können Auskunft, Berichtigung, Löschung, Einschränkung und eine Kopie \
             verlangen, widersprechen und sich bei einer Behörde beschweren. Keine Entscheidung trifft eine Maschine."
        }
        // A period; in German the accusative
        Key::MonthsOne => "einen Monat",
        Key::MonthsMany => "{} Monate",
        Key::NoticeWhole => "Die vollständigen Hinweise, in einem neuen Tab",
        Key::NoticeBox => "Ich habe die Datenschutzhinweise gelesen",
        Key::NoticeBoxHint => {
            "Das ist keine Einwilligung; es hält fest, dass Sie informiert wurden. Solange Sie das nicht ankreuzen und \
             absenden, wird nichts gespeichert."
        }
        Key::ApplySealed => {
            "Was Sie senden, wird beim Eintreffen versiegelt. Zunächst kann es nur die Personalabteilung von {} öffnen, und ab \
             dem {} niemand mehr."
        }
        Key::ApplySend => "Bewerbung absenden",
        Key::FileAgainTitle => "Nur noch eines: Ihr Lebenslauf",
        Key::TypedKept => "Was Sie eingegeben haben, ist noch da.",
        Key::NotStoredNote => "Von Ihnen wurde nichts gespeichert, auch nicht zum Teil. Was Sie eingegeben haben, ist noch da.",
        Key::NotStoredCv => "Wählen Sie Ihren Lebenslauf noch einmal aus und senden Sie das Formular in ein paar Minuten",
        Key::SentBeforeTitle => "Dieses Formular wurde schon einmal gesendet",
        Key::SentBeforeNote => {
            "Was zuerst gesendet wurde, ist angekommen und bleibt, wie es war. Was jetzt hier steht, wurde nicht gesendet. Soll es eine \
             weitere Bewerbung sein, senden Sie es noch einmal; wenn nicht, müssen Sie nichts tun."
        }
        Key::HeldBackTitle => "Ihre Bewerbung wurde noch nicht abgeschickt",
        Key::HeldBackNote => {
            "Im Augenblick gehen viele Formulare ein, bei denen nichts darauf hinweist, dass ein Mensch sie mit seinem Browser \
             abgeschickt hat. Mit JavaScript gibt Ihr Browser diesen Hinweis von selbst: Schicken Sie das Formular noch einmal \
             ab. Ohne JavaScript warten Sie bitte etwas. Von Ihnen wurde nichts gespeichert, und was Sie eingegeben haben, \
             steht noch da."
        }
        Key::HeldBackOne => "Wählen Sie Ihren Lebenslauf noch einmal und schicken Sie das Formular in einer Minute ab",
        Key::HeldBackMany => "Wählen Sie Ihren Lebenslauf noch einmal und schicken Sie das Formular in {} Minuten ab",
        // While an application is sent
        Key::SendingTitle => "Ihre Bewerbung wird gesendet",
        Key::SendingProgress => "{} von {}, beim Eintreffen versiegelt.",
        Key::SendingSeconds => "Noch etwa {} Sekunden.",
        Key::SendingArrived => "Alles ist angekommen. Gleich folgt die Bestätigung.",
        Key::SendingHint => {
            "Wenn Sie abbrechen, bleibt bei uns nichts zurück. Was Sie eingegeben haben, bleibt auf dieser Seite."
        }
        Key::SendingCancel => "Abbrechen",
        Key::CancelledTitle => "Abgebrochen",
        Key::CancelledText => "Es wurde nichts gesendet. Was Sie eingegeben haben, ist noch da, die gewählte Datei auch.",
        Key::BrokenTitle => "Die Verbindung ist abgerissen",
        Key::BrokenText => {
            "Was Sie eingegeben haben, ist noch da, die gewählte Datei auch. Prüfen Sie Ihre Verbindung und senden Sie noch \
             einmal; auch doppelt gesendet bleibt es eine Bewerbung."
        }
        Key::FileStillChosen => "Die gewählte Datei ist noch ausgewählt.",
        // Receipt
        Key::ReceiptHeading => "Ihre Bewerbung ist bei uns",
        Key::ReceiptCode => "Ihr Eingangscode",
        Key::ReceiptKeep => "Notieren Sie ihn oder drucken Sie diese Seite: Er wird nur zehn Minuten lang angezeigt.",
        Key::ReceiptWhy => {
            "Mit ihm sehen Sie, wie es um Ihre Bewerbung steht. Wir behalten keine Kopie, die wir Ihnen vorlesen könnten."
        }
        Key::CertificateNumber => "Löschnachweis Nr.",
        Key::ErasedFrom => "Gelöscht ab",
        Key::ReceiptNextRead => "Die Personalabteilung liest Ihre Bewerbung.",
        Key::ReceiptNextRelease => "Soll ein Fachbereich mitlesen, gibt die Personalabteilung ihm einzelne Teile frei, auf Zeit.",
        Key::ReceiptNextStatus => "Unter „Meine Bewerbung“ sehen Sie jeden Schritt und jede Frist, die sich verschiebt.",
        Key::ReceiptNextErased => {
            "Ab dem {} ist nichts Lesbares mehr da, auch nicht in Sicherungen. Das belegt der Löschnachweis."
        }
        Key::ReceiptOthers => "Andere Stellen",
        Key::WhoToTurnTo => "An wen Sie sich wenden können",
        Key::PrivacyOfficerIs => "Datenschutz: {}",
        Key::ComplainTo => "Sie können sich auch beschweren bei: {}",
        // Status by receipt code
        Key::StatusHeading => "Wie es um Ihre Bewerbung steht",
        Key::StatusLead => {
            "Ihr Eingangscode öffnet Stand, Fristen und wer Ihre Bewerbung wann geöffnet hat. Was Sie gesendet haben, wird \
             nicht angezeigt."
        }
        Key::StatusCode => "Eingangscode",
        Key::StatusCodeHint => {
            "Vier Vierergruppen, zum Beispiel KR4N-7F4M-9QXD-2HBE. Kleinbuchstaben und fehlende Striche machen nichts. Ist \
             alles gelöscht, geht hier auch die Nummer des Löschnachweises."
        }
        Key::StatusShow => "Meine Bewerbung anzeigen",
        Key::StatusLost => {
            "Code verloren? Schreiben Sie an die in den Datenschutzhinweisen Genannten, von der Adresse, mit der Sie sich \
             beworben haben."
        }
        Key::CodeHeading => "Alles sehen und ändern",
        Key::CodeLead => {
            "Wir schicken einen Code an die Adresse, mit der Sie sich beworben haben. Mit ihm lesen Sie alles, was über Sie \
             aufbewahrt wird, nehmen es mit, berichtigen es, ziehen zurück oder lassen es löschen."
        }
        Key::CodeSend => "Code per E-Mail schicken",
        Key::CodeNoMail => {
            "Dieses Haus verschickt keine E-Mails. Schreiben Sie an die in den Datenschutzhinweisen Genannten; dort wird \
             geprüft, dass Sie es sind."
        }
        Key::CodeSentHeading => "Sehen Sie in Ihr Postfach",
        Key::CodeSentLead => {
            "Ist unter der Adresse etwas aufbewahrt, ist ein Code mit acht Ziffern dorthin unterwegs; ist nichts da, sagt das \
             die E-Mail. Er gilt {} Minuten."
        }
        Key::CodeField => "Code aus der E-Mail",
        Key::CodeFieldHint => "Acht Ziffern, zum Beispiel 4711 0815.",
        Key::CodeShow => "Zeigen, was über mich da ist",
        Key::CodeNone => {
            "Nach einigen Minuten nichts da? Sehen Sie bei den unerwünschten E-Mails nach, und prüfen Sie die Adresse. An \
             eine Adresse gehen höchstens {} Codes in der Stunde."
        }
        Key::CodeAgain => "Einen anderen Code schicken lassen",
        Key::CodeWrong => "Dieser Code öffnet nichts",
        Key::CodeWrongText => {
            "Prüfen Sie die Ziffern. Ein Code gilt einmal und {} Minuten lang, und es zählt der letzte, der für diesen \
             Browser angefordert wurde."
        }
        Key::CodeTooMany => "Zu viele Versuche",
        Key::CodeTooManyText => {
            "Mit diesem Code öffnet sich vorerst nichts mehr. Lassen Sie in einer Stunde einen anderen schicken."
        }
        Key::CodeHeldBack => {
            "Von dort, wo Sie sind, wurden zu viele Codes angefordert. Versuchen Sie es in einer Weile noch einmal."
        }
        Key::OwnListTitle => "Ihre Bewerbungen",
        Key::OwnListLead => {
            "Alles, was unter Ihrer Adresse aufbewahrt wird. Jede hat ihr eigenes Datum und ihren eigenen Löschnachweis."
        }
        Key::OwnLeave => "Abmelden",
        Key::OwnLeaveText => "Nach einer Stunde schließt sich diese Seite von selbst.",
        Key::OwnTitle => "Was über Sie aufbewahrt wird",
        Key::OwnMadeAt => "Kopie vom {}.",
        Key::OwnAlong => "Mitnehmen",
        Key::OwnAlongText => {
            "Eine Datei mit allem: eine Seite zum Lesen, Ihre Unterlagen, wie Sie sie gesendet haben, und die Daten in einer \
             Form, die Programme lesen."
        }
        Key::OwnAlongAll => "Alles (ZIP)",
        Key::OwnAlongSupplied => "Nur, was ich gesendet habe (ZIP)",
        Key::OwnAlongHint => "Nur das von Ihnen Gesendete ist für einen anderen Arbeitgeber oder Dienst gedacht (Art. 20 DSGVO).",
        Key::OwnCan => "Was Sie tun können",
        Key::OwnHeld => "Sie wird über ihr Datum hinaus für einen Rechtsanspruch aufbewahrt und geht, wenn der erledigt ist.",
        Key::OwnSent => "Was Sie gesendet haben",
        Key::OwnRemarks => "Was über Sie geschrieben wurde",
        Key::OwnRemarksNone => "Über Sie wurde nichts geschrieben.",
        Key::OwnRemarksUnchecked => {
            "Es gibt Notizen oder Kommentare. Bevor Sie sie lesen, sieht ein Mensch nach, ob darin etwas über andere steht \
             (Art. 15 Abs. 4 DSGVO)."
        }
        Key::OwnRemarksAsked => "Sie haben nach Notizen und Kommentaren gefragt. Spätestens am {} haben Sie sie.",
        Key::OwnRemarksAsk => "Nach Notizen und Kommentaren fragen",
        Key::OwnRemarksAskText => {
            "Innerhalb eines Monats lesen Sie hier, was über Sie geschrieben wurde. Was etwas über andere sagen würde, bleibt \
             weg, und das erfahren Sie."
        }
        Key::OwnRemarksSend => "Danach fragen",
        Key::OwnReason => "Grund der Entscheidung",
        Key::OwnRedacted => "ohne andere",
        Key::OwnWithheld => "zurückgehalten",
        Key::OwnRecipients => "Wer sie erhalten hat",
        Key::OwnRecipientsText => "Neben der Personalabteilung, die jede Bewerbung ab ihrem Eingang sieht.",
        Key::OwnRecipientsNone => "Niemand außer der Personalabteilung, die jede Bewerbung ab ihrem Eingang sieht.",
        Key::OwnWho => "Wer",
        Key::OwnReceived => "Was",
        Key::OwnFrom => "Von",
        Key::OwnUntil => "Bis",
        Key::OwnDepartment => "Leitung {}",
        Key::OwnRequests => "Was Sie verlangt haben",
        Key::OwnAnswerBy => "Es wird spätestens am {} beantwortet.",
        Key::OwnAnswered => "{}: {}",
        Key::OwnInformation => "Was Sie wissen sollten",
        Key::RequestInformation => "Auskunft",
        Key::RequestCorrection => "Berichtigung",
        Key::RequestErasure => "Löschung",
        Key::RequestRestriction => "Einschränkung",
        Key::RequestPortability => "Daten zum Mitnehmen",
        Key::RequestObjection => "Widerspruch",
        Key::ReplyGranted => "wie gewünscht erledigt",
        Key::ReplyRefused => "nicht erledigt",
        Key::OwnErase => "jetzt gesperrt und innerhalb eines Tages gelöscht",
        Key::OwnKeepForDefence => {
            "jetzt gesperrt und am Datum oben gelöscht. Bis dahin wird sie gebraucht, um einem Anspruch zu begegnen (Art. 17 \
             Abs. 3 Buchst. e DSGVO, § 15 Abs. 4 AGG)"
        }
        Key::OwnKeepForClaim => {
            "jetzt gesperrt und gelöscht, sobald ein Anspruch, der sie braucht, erledigt ist (Art. 17 Abs. 3 Buchst. e DSGVO)"
        }
        Key::OwnKeepRestricted => {
            "jetzt gesperrt; sie bleibt, solange Sie es mit der Einschränkung wollen, die Sie verlangt haben"
        }
        Key::OwnAskFirst => "Sie wurden eingestellt: Zuerst spricht jemand mit Ihnen",
        Key::OwnCorrect => "Etwas berichtigen",
        Key::OwnCorrectText => "Es gilt sofort. Was vorher dastand, bleibt im Verlauf, so lange wie die Bewerbung.",
        Key::OwnCorrectElse => "Etwas anderes stimmt nicht",
        Key::OwnCorrectElseHint => {
            "Etwa in Unterlagen oder Antworten: Ein Mensch berichtigt es und antwortet innerhalb eines Monats."
        }
        Key::OwnCorrectSend => "Speichern",
        Key::AddressChange => "Die E-Mail-Adresse ändern",
        Key::AddressOwnText => {
            "An die neue Adresse geht ein Code. Haben Sie ihn gezeigt, gilt sie für alle Ihre Bewerbungen, und die alte \
             erfährt davon."
        }
        Key::AddressNew => "Neue E-Mail-Adresse",
        Key::AddressUnreached => "E-Mails erreichen Sie nicht?",
        Key::AddressText => {
            "Vielleicht war die Adresse vertippt. An die richtige geht ein Code; haben Sie ihn gezeigt, gilt sie."
        }
        Key::OwnWithdraw => "Die Bewerbung zurückziehen",
        Key::OwnWithdrawText => {
            "Sie nehmen nicht weiter teil. Alles bleibt bis zu seinem Datum, wenn Sie es nicht auch löschen lassen."
        }
        Key::OwnWithdrawSend => "Zurückziehen",
        Key::OwnRestrict => "Sie nicht weiter verwenden lassen",
        Key::OwnRestrictText => {
            "Es gilt sofort: Die Bewerbung verschwindet aus jeder Liste, und gelesen wird sie nur noch für einen Zweck des \
             Gesetzes (Art. 18 DSGVO). Bevor das endet, erfahren Sie es."
        }
        Key::OwnRestrictAll => "Sie ist aus jedem Grund eingeschränkt.",
        Key::OwnRestrictSend => "Einschränken",
        Key::OwnGround => "Warum?",
        Key::OwnGroundAccuracy => "Etwas darin stimmt nicht und soll erst geprüft werden",
        Key::OwnGroundUnlawful => "Sie darf nicht verwendet werden, aber ich möchte sie nicht gelöscht haben",
        Key::OwnGroundClaim => "Ich brauche sie für einen eigenen Rechtsanspruch",
        Key::OwnWords => "Was Sie dazu sagen möchten",
        Key::OwnObject => "Widersprechen",
        Key::OwnObjectText => {
            "Bis ein Mensch das geprüft hat, werden Ihre Daten nicht weiter verwendet (Art. 21 und 18 Abs. 1 Buchst. d \
             DSGVO)."
        }
        Key::OwnObjectWords => "Was in Ihrer Situation dagegen spricht",
        Key::OwnObjectSend => "Widersprechen",
        Key::OwnErasure => "Sie löschen lassen",
        Key::OwnErasureText => {
            "Sie wird sofort gesperrt. Wurde noch nicht über sie entschieden, ist sie innerhalb eines Tages gelöscht; sonst \
             an ihrem Datum, und Sie erfahren warum. Das lässt sich nicht zurücknehmen."
        }
        Key::OwnErasureWhich => "Welche?",
        Key::OwnErasureThis => "Diese",
        Key::OwnErasureAll => "Alle von mir",
        Key::OwnErasureSend => "Löschen",
        Key::MailGreeting => "Guten Tag,",
        Key::MailReceipt => "Ihre Bewerbung ist eingegangen",
        Key::MailReceiptText => "Ihre Bewerbung bei {} ist eingegangen.",
        Key::MailNews => "Es gibt etwas Neues zu Ihrer Bewerbung",
        Key::MailNewsText => "es gibt etwas Neues zu Ihrer Bewerbung bei {}.",
        Key::MailEnded => "Das Verfahren ist beendet",
        Key::MailEndedText => {
            "das Verfahren, in dem Sie sich bei {} beworben haben, ist beendet. Eine Entscheidung über Ihre Bewerbung wurde \
             darin nicht festgehalten."
        }
        Key::MailMoved => "Das Löschdatum hat sich geändert",
        Key::MailMovedText => {
            "alles, was zu Ihrer Bewerbung bei {} gehört, wird jetzt bis zum Ablauf des {} aufbewahrt und dann gelöscht."
        }
        Key::MailAnswered => "Ihr Anliegen ist beantwortet",
        Key::MailAnsweredText => "was Sie {} zu Ihren Daten gefragt haben, ist beantwortet.",
        Key::MailAnsweredWhere => {
            "Die Antwort lesen Sie dort, nachdem ein Code, der Ihnen geschickt wird, gezeigt hat, dass Sie es sind:\n{}"
        }
        Key::MailChanged => "Ihre Adresse wurde geändert",
        Key::MailChangedText => {
            "jemand hat die Adresse ändern lassen, die bei {} von Ihnen aufbewahrt wird. Ab jetzt gehen E-Mails an eine \
             andere."
        }
        Key::MailChangedNotYou => {
            "Waren Sie es, ist nichts zu tun. Waren Sie es nicht, sagen Sie es gleich denen, die dort genannt sind:\n{}"
        }
        Key::MailErased => "Ihre Bewerbung wurde gelöscht",
        Key::MailErasedText => {
            "Ihre Bewerbung bei {} wurde gelöscht, mit allem, was dazugehörte. Dies ist die letzte E-Mail: Mit ihr geht auch \
             Ihre Adresse."
        }
        Key::MailCode => "Ihr Code",
        Key::MailCodeText => {
            "jemand möchte sehen, was bei {} unter dieser Adresse aufbewahrt wird. Der Code dafür ist\n\n    {}\n\nEr gilt {} \
             Minuten, einmal, und nur in dem Browser, in dem er angefordert wurde."
        }
        Key::MailCodeNotYou => {
            "Waren Sie es nicht, müssen Sie nichts tun: Ohne den Code sieht niemand etwas. Niemand von uns wird Sie je nach \
             ihm fragen."
        }
        Key::MailNobody => "Unter dieser Adresse wird nichts aufbewahrt",
        Key::MailNobodyText => "jemand möchte sehen, was bei {} unter dieser Adresse aufbewahrt wird. Unter ihr ist nichts da.",
        Key::MailNobodyElse => {
            "Haben Sie sich mit einer anderen Adresse beworben, fordern Sie den Code mit dieser an, unter\n{}\nWaren Sie es \
             nicht, müssen Sie nichts tun."
        }
        Key::MailStatus => "Wie es darum steht und wann sie gelöscht wird, sehen Sie mit Ihrem Eingangscode unter\n{}",
        Key::MailProof => {
            "Der Löschnachweis hat die Nummer\n{}\nMit dieser Nummer sehen Sie ihn und können seinen Beweis speichern unter\n{}"
        }
        Key::MailWhyShort => "E-Mails sind unterwegs nicht gut geschützt. Darum steht in dieser nichts über Sie.",
        Key::StatusUnknownTitle => "Zu diesem Code können wir nichts anzeigen",
        Key::StatusUnknownLink => "Prüfen Sie den Eingangscode",
        Key::StatusUnknownText => "Prüfen Sie den Code. Vielleicht ist er vertippt, oder die Bewerbung ist schon vergessen.",
        Key::StatusArriving => "Ihre Bewerbung ist angekommen",
        Key::StatusArrivingText => "Sie wird gerade aufgenommen. Schauen Sie in ein paar Minuten noch einmal.",
        Key::StatusReview => "Ihre Bewerbung wird gelesen",
        Key::StatusInterview => "Wir lernen uns kennen",
        Key::StatusReserve => "Die Entscheidung ist noch offen",
        Key::StatusOffer => "Ein Angebot wird vorbereitet",
        Key::StatusHired => "Wir möchten mit Ihnen arbeiten",
        Key::StatusRejected => "Wir können Ihnen diese Stelle nicht anbieten",
        Key::StatusWithdrawn => "Sie haben Ihre Bewerbung zurückgezogen",
        Key::StatusCourse => "Stand",
        Key::CourseReceived => "Eingegangen",
        Key::CourseReview => "Wird gelesen",
        Key::CourseInterview => "Kennenlernen",
        Key::CourseDecision => "Entscheidung",
        Key::StatusCertificate => "Bis dahin steht die Nummer {} für Ihre Bewerbung; danach belegt sie die Löschung.",
        Key::StatusRights => "Was Sie verlangen können",
        Key::StatusRightsText => {
            "Auskunft, eine Kopie, Berichtigung, Löschung, Einschränkung, Widerspruch. Sie haben innerhalb eines Monats eine \
             Antwort."
        }
        Key::OpenedTitle => "Wer Ihre Bewerbung geöffnet hat",
        Key::OpenedText => {
            "Nach Tag und Rolle beim Arbeitgeber. Jedes Öffnen wird eingetragen; Listen, in denen Ihre Bewerbung nur vorkommt, \
             zählen nicht."
        }
        Key::OpenedByNobody => "Ihre Bewerbung hat noch niemand geöffnet.",
        Key::OpenedBy => "Von wem",
        Key::OpenedByStaff => "Jemand beim Arbeitgeber",
        Key::OpenedTimes => "Geöffnet",
        Key::OpenedDocuments => "Dokumente abgerufen",
        Key::WhomToAsk => "Wer Fragen beantwortet",
        Key::GoneHeading => "Ihre Bewerbung ist vergessen",
        Key::GoneLead => {
            "Ihr Schlüssel wurde vernichtet; danach kann niemand mehr etwas davon lesen. Dieser Nachweis sagt nichts über Sie."
        }
        Key::CertificateTitle => "Löschnachweis",
        Key::CertificateClosed => "Verfahren abgeschlossen",
        Key::CertificateDue => "Fällig ab",
        Key::CertificateUnreadable => "Unlesbar seit",
        Key::CertificateEverywhere => "In jeder Kopie seit",
        Key::CertificateEverywhereSoon => "spätestens einen Tag nach der Löschung hier",
        Key::CertificateErased => "Alles gelöscht",
        Key::CertificateCounts => "Gelöscht wurden",
        Key::CertificateCountsText => "Zeilen: {}, Dateien: {}, Schlüssel: {}",
        Key::CertificateProofText => {
            "Eine kleine Datei beweist, dass dieser Löschnachweis im Journal steht. Prüfen kann sie jeder ohne uns, auch in Jahren, mit \
             dem Befehl ablauf audit verify. Sie nennt niemanden."
        }
        Key::CertificateProofSave => "Beweis speichern",
        // Sign-in
        Key::SignInTitle => "Anmelden",
        Key::SignInLead => "Für Beschäftigte von {}. Wer sich bewirbt, braucht kein Konto.",
        Key::SignInPassword => "Passwort",
        Key::SignInFailed => "Nicht angemeldet",
        Key::SignInNoMatch => "E-Mail-Adresse und Passwort passen nicht zusammen",
        Key::SignInTooManyTries => "Zu viele Versuche. Warten Sie ein paar Minuten und versuchen Sie es dann noch einmal.",
        Key::SignInCheckEmail => "Prüfen Sie die Adresse oder das Passwort darunter.",
        Key::SignInPasswordAgain => "Geben Sie das Passwort noch einmal ein.",
        Key::SignInUnsent => {
            "Ihre Sitzung war abgelaufen; was Sie gesendet haben, wurde deshalb nicht gespeichert. Vielleicht hat Ihr Browser es \
             noch: Melden Sie sich in einem anderen Tab an, kommen Sie dann hierher zurück und gehen Sie eine Seite zurück."
        }
        // Privacy notice
        Key::NoticeTitle => "Hinweise zum Datenschutz für Bewerbungen",
        Key::NoticeLead => "Was wir mit einer Bewerbung tun, und wann wir damit aufhören. Fassung {}.",
        Key::NoticeToc => "Auf dieser Seite",
        Key::NoticeFile => "Als Datei (PDF), zum Drucken oder Aufheben",
        Key::PageOf => "Seite {} von {}",
        Key::NoticeWho => "Wer verantwortlich ist",
        Key::NoticeWhoText => "Verantwortlich für Ihre Daten ist {}",
        Key::NoticeWhy => "Wofür, und auf welcher Grundlage",
        Key::NoticeWhyText => {
            "Um Ihre Bewerbung zu bearbeiten und über sie zu entscheiden: Art. 6 Abs. 1 lit. b DSGVO und, soweit anwendbar, § \
             26 Abs. 1, Abs. 8 Satz 2 BDSG. Nach einer Absage, um uns gegen Ansprüche zu verteidigen: Art. 6 Abs. 1 lit. f \
             DSGVO. Werden Sie eingestellt, geht über, was das Arbeitsverhältnis braucht, Feld für Feld; der Rest wird gelöscht \
             wie alles andere."
        }
        Key::NoticeMust => "Was Sie angeben müssen",
        Key::NoticeMustText => {
            "Nach dem Gesetz nichts. Ohne Namen, E-Mail-Adresse und Lebenslauf können wir eine Bewerbung nicht bearbeiten, auch \
             nicht ohne eine Antwort auf die Fragen einer Stelle, die nicht als freiwillig gekennzeichnet sind; alles andere im \
             Formular ist freiwillig."
        }
        Key::NoticeHow => "Wie sie uns erreicht",
        Key::NoticeHowText => {
            "Über ein vollständig verschlüsseltes Formular. Sie wird versiegelt, bevor etwas gespeichert wird. Einfache \
             E-Mails sind nicht vollständig geschützt; senden Sie deshalb nichts über sich auf diesem Weg."
        }
        Key::NoticeSees => "Wer sie sieht",
        Key::NoticeSeesText => {
            "Zunächst nur die Personalabteilung. Im Lauf des Verfahrens auch die Leitungen der betreffenden Fachbereiche, Teil \
             für Teil, wie die Personalabteilung es freigibt. Auch Notizen, die bei uns entstehen, sind Ihre Daten, und Sie \
             können sie lesen. Jeder Blick wird festgehalten."
        }
        Key::NoticeDisabilityText => {
            "Wer eine Schwerbehinderung angibt, was niemand muss: Schwerbehindertenvertretung und Betriebsrat werden \
             unmittelbar unterrichtet (§ 164 Abs. 1 SGB IX; Art. 9 Abs. 2 Buchst. b DSGVO, § 26 Abs. 3 BDSG), die Vertretung \
             nicht, wenn Sie das ablehnen. Die Angabe wird für sich verschlüsselt, und kein Fachbereich sieht sie mit dem \
             Übrigen."
        }
        Key::NoticeRecipients => "Wer sonst Daten erhält: {}",
        Key::NoticeRegion => "Wo sie liegen, und bei wem: {}",
        Key::NoticeCountries => "Länder außerhalb der EU: {}",
        Key::NoticeEnd => "Wie lange",
        Key::NoticeEndText => {
            "Spätestens {} ist nichts Lesbares mehr da, auch nicht in Sicherungen; jede Stelle nennt ihren Tag, und der gilt. Ein \
             Nachweis ohne persönliche Daten belegt es."
        }
        Key::NoticeRights => "Ihre Rechte",
        Key::NoticeRightsAsk => {
            "Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch, eine übertragbare Kopie: Schreiben Sie an den \
             Datenschutz, {}"
        }
        Key::NoticeRightsCode => "Bevor wir Auskunft geben, prüfen wir, ob die Anfrage von Ihnen kommt.",
        Key::NoticeRightsComplain => "Sie können sich bei der Aufsicht beschweren: {}",
        Key::NoticeNot => "Was wir nicht tun",
        Key::NoticeNotText => {
            "Keine Entscheidung trifft eine Maschine. Kein Tracker, keine fremde Schrift, zwei technisch notwendige Cookies \
             (Sprache und Anmeldung). Das Formular ist nicht für Minderjährige gedacht."
        }
        Key::NoticeNotYetSaid => "noch nicht angegeben",
        // When something does not work
        Key::BackToDesk => "Zurück zum Arbeitsplatz",
        Key::TroubleNotFound => "Unter dieser Adresse gibt es nichts",
        Key::TroubleNotFoundText => {
            "Vielleicht ist sie vertippt, oder es gab sie nie. Mit dem, was Sie gesendet haben, ist alles in Ordnung."
        }
        Key::TroubleGone => "Das ist nicht mehr da",
        Key::TroubleGoneText => "Was hier stand, wurde wie angekündigt entfernt oder gelöscht. Es kommt nicht wieder.",
        Key::TroubleRole => "Das ist nicht für Sie bestimmt",
        Key::TroubleRoleText => {
            "Ihr Konto darf das nicht. Wenn Sie es für Ihre Arbeit brauchen, fragen Sie die Personalabteilung, oder die \
             Administration nach einer anderen Rolle."
        }
        Key::TroubleEnded => "Das ist nicht mehr für Sie freigegeben",
        Key::TroubleEndedText => "Die Freigabe endete am {}: {}.",
        Key::TroubleEndedAskAgain => {
            "Ihre eigenen Kommentare bleiben bei der Bewerbung. Wenn Sie sie noch für Ihre Arbeit brauchen, bitten Sie die \
             Personalabteilung um eine neue Freigabe."
        }
        Key::TroubleEndedForAll => {
            "Sie endete für alle außerhalb der Personalabteilung. Ihre eigenen Kommentare bleiben bei der Bewerbung, bis sie \
             gelöscht wird."
        }
        Key::TroubleBlocked => "Diese Bewerbung ist gesperrt",
        Key::TroubleBlind => "Hier wird ohne Namen ausgewählt",
        Key::TroubleBlindText => {
            "Wer sich beworben hat, bleibt verborgen, bis die Personalabteilung das aufhebt. Was Sie lesen dürfen, steht auf der Seite der Bewerbung."
        }
        Key::TroubleDeputyText => "Wen Sie vertreten haben, kann die Verwaltung um eine Verlängerung bitten.",
        Key::TroubleBlockedText => {
            "Das Verfahren ist abgeschlossen, und die Bewerbung wartet auf ihr Datum. Bis dahin öffnet sie niemand ohne einen \
             Grund aus der Liste."
        }
        Key::TroubleRestricted => "Die Verarbeitung ist eingeschränkt",
        Key::TroubleRestrictedText => {
            "Die Person hat eine Einschränkung verlangt (Art. 18 DSGVO). Bis sie aufgehoben ist, bleibt das geschlossen; der \
             Datenschutz weiß mehr."
        }
        Key::TroubleTooLarge => "Das ist zu groß",
        Key::TroubleTooLargeText => {
            "Höchstens {} werden angenommen; danach haben wir aufgehört zu lesen und nichts behalten. Gehen Sie zurück und \
             wählen Sie etwas Kleineres."
        }
        Key::TroubleUnsupported => "Diese Art von Datei wird nicht angenommen",
        Key::TroubleUnsupportedText => {
            "PDF, DOCX und ODT schon, erkannt an ihrem Inhalt. Es wurde nichts behalten. Gehen Sie zurück und wählen Sie eine \
             andere Datei."
        }
        Key::TroubleConflict => "Jemand war schneller",
        Key::TroubleConflictText => {
            "Das wurde geändert, während Sie es vor sich hatten; Ihres wurde deshalb nicht gespeichert. Gehen Sie zurück, laden \
             Sie die Seite neu und entscheiden Sie noch einmal."
        }
        Key::TroubleConflictHere => {
            "Jemand hat das eben geändert; Ihres wurde deshalb nicht gespeichert. Unten sehen Sie, wie es jetzt steht: Sehen Sie \
             es sich an und senden Sie noch einmal."
        }
        Key::TroubleUnavailable => "Im Moment können wir nichts annehmen",
        Key::TroubleUnavailableText => {
            "Unser Speicher antwortet nicht. Von Ihnen wurde nichts gespeichert, auch nicht zum Teil. Bitte versuchen Sie es in \
             ein paar Minuten noch einmal."
        }
        Key::TroubleBadRequest => "Diese Anfrage konnten wir nicht lesen",
        Key::TroubleBadRequestText => {
            "Sie kam unvollständig an, oder nicht von einer unserer Seiten. Es wurde nichts gespeichert. Gehen Sie zurück, \
             laden Sie die Seite neu und senden Sie noch einmal."
        }
        Key::TroubleSignIn => "Bitte melden Sie sich zuerst an",
        Key::TroubleSignInText => {
            "Das ist Beschäftigten vorbehalten. Waren Sie angemeldet, ist Ihre Sitzung abgelaufen; gespeichert wurde nichts."
        }
        Key::TroubleRefused => "Dem steht eine Regel entgegen",
        Key::WrittenNotStored => "Was Sie geschrieben haben; es wurde nicht gespeichert",
        Key::WrittenNotStoredHint => "Kopieren Sie es, wenn Sie es noch brauchen: Es steht sonst nirgends.",
        // Which rule stands against it
        Key::RefusedProcedureClosed => "Das Verfahren ist abgeschlossen; an seinen Bewerbungen ändert sich nichts mehr.",
        Key::RefusedUnchanged => "Es ist schon so, wie Sie es wollten.",
        Key::RefusedHandedOver => "Die Übergabe hat stattgefunden; das Ergebnis steht fest.",
        Key::RefusedNoSeat => "Alle Plätze dieser Stelle sind vergeben. Nehmen Sie erst eine Einstellung zurück.",
        Key::RefusedSeatsOne => {
            "Nur noch ein Platz dieser Stelle ist frei; niemand wurde eingestellt. Wählen Sie eine Person aus, oder nehmen Sie \
             erst eine Einstellung zurück."
        }
        Key::RefusedSeatsMany => {
            "Nur noch {} Plätze dieser Stelle sind frei; niemand wurde eingestellt. Wählen Sie weniger aus, oder nehmen Sie erst \
             eine Einstellung zurück."
        }
        Key::RefusedNotRejected => "Zugehen kann nur eine Absage. Halten Sie erst dieses Ergebnis fest.",
        Key::RefusedPoolNotRejected => {
            "Der Talentpool steht denen offen, die eine Absage bekommen haben. Halten Sie zuerst die Absage fest."
        }
        Key::RefusedInPool => "Diese Person ist bereits im Talentpool.",
        Key::RefusedLastOfHr => {
            "Dann sähe niemand in der Personalabteilung diese Bewerbung mehr. Lassen Sie zuerst jemanden wieder zu."
        }
        Key::RefusedRepresentative => {
            "Eine Bewerberin oder ein Bewerber möchte, dass die Schwerbehindertenvertretung nicht beteiligt wird. Es wurde \
             nichts freigegeben."
        }
        Key::RefusedIntakePast => "Der letzte Tag für Bewerbungen ist schon vorbei. Wählen Sie einen späteren.",
        Key::RefusedCloseBeforeIntake => "Der geplante Abschluss muss nach dem letzten Tag für Bewerbungen liegen.",
        Key::RefusedIntakeTooLate => "Der letzte Bewerbungstag darf höchstens zwei Jahre in der Zukunft liegen.",
        Key::RefusedCloseTooLate => {
            "Der geplante Abschluss darf höchstens zwei Jahre nach dem letzten Tag für Bewerbungen liegen."
        }
        Key::RefusedPostingState => {
            "Die Stelle ist nicht in dem Zustand dafür. Laden Sie ihre Seite neu, um zu sehen, wo sie steht."
        }
        Key::RefusedUndecidedOne => {
            "Eine Bewerbung hat noch kein Ergebnis. Entscheiden Sie erst über sie, dann schließen Sie ab."
        }
        Key::RefusedUndecidedMany => {
            "{} Bewerbungen haben noch kein Ergebnis. Entscheiden Sie erst über sie, dann schließen Sie ab."
        }
        Key::RefusedNotHired => "Nur wer eingestellt ist, wird übergeben. Halten Sie erst das Ergebnis fest.",
        Key::RefusedNotice => {
            "Die Datenschutzhinweise sind nicht vollständig. Was darin stehen muss, ergänzt die Administration unter \
             „Einstellungen“; dann lässt sich die Stelle veröffentlichen."
        }
        Key::RefusedClock => "Die Uhr wurde verstellt. Bevor das jemand bestätigt hat, wird nichts gelöscht.",
        // End of careers site
        // Desk
        // Forms, lists and tables of the desk
        Key::DeskProblemsOne => "Es wurde noch nichts gespeichert: eine Stelle braucht Ihren Blick",
        Key::DeskProblemsMany => "Es wurde noch nichts gespeichert: {} Stellen brauchen Ihren Blick",
        Key::AskProblemsOne => "Es wurde noch nichts nachgesehen: eine Stelle braucht Ihren Blick",
        Key::AskProblemsMany => "Es wurde noch nichts nachgesehen: {} Stellen brauchen Ihren Blick",
        Key::Cancel => "Jetzt nicht",
        Key::PagerLabel => "Seiten",
        Key::PagerNewer => "Neuere",
        Key::PagerOlder => "Ältere",
        Key::PagerNewest => "Neueste",
        Key::ColumnApplicant => "Name",
        Key::ColumnPosting => "Stelle",
        Key::ColumnStage => "Stand",
        Key::ColumnOutcome => "Ergebnis",
        Key::ColumnReceived => "Eingegangen",
        Key::ColumnState => "Zustand",
        Key::ColumnCloses => "Verfahrensende",
        Key::ColumnFile => "Datei",
        Key::ColumnKind => "Art",
        Key::ColumnSize => "Größe",
        Key::Name => "Name",
        Key::Somebody => "die Person",
        Key::TheHouse => "Ablauf",
        Key::Blocked => "Gesperrt",
        Key::ApplicationOf => "Bewerbung vom {}",
        Key::ApplicationsOne => "1 Bewerbung",
        Key::ApplicationsMany => "{} Bewerbungen",
        Key::UndecidedOne => "1 unentschieden",
        Key::UndecidedMany => "{} unentschieden",
        // What waits
        Key::StartTitle => "Was auf Sie wartet",
        Key::StartNothingTitle => "Auf Sie wartet nichts",
        Key::StartNothingText => "Neue Bewerbungen und nahende Termine stehen hier.",
        Key::WaitsOverdueOne => "Löschung ist überfällig",
        Key::WaitsOverdueMany => "Löschungen sind überfällig",
        Key::WaitsReceivedOne => "neue Bewerbung zu sichten",
        Key::WaitsReceivedMany => "neue Bewerbungen zu sichten",
        Key::WaitsUndecidedOne => "Bewerbung ohne Ergebnis",
        Key::WaitsUndecidedMany => "Bewerbungen ohne Ergebnis",
        Key::WaitsHiredOne => "eingestellte Person wartet auf die Übergabe",
        Key::WaitsHiredMany => "eingestellte Personen warten auf die Übergabe",
        Key::WaitsErasuresOne => "Bewerbung wird in den nächsten {} Tagen gelöscht",
        Key::WaitsErasuresMany => "Bewerbungen werden in den nächsten {} Tagen gelöscht",
        Key::StartClosing => "Enden von selbst in den nächsten {} Tagen, mit Unentschiedenen",
        Key::StartComment => "Warten auf Ihren Kommentar",
        Key::StartCommentText => {
            "Die Personalabteilung hat Ihnen diese Bewerbungen freigegeben und noch nichts von Ihnen gehört. Mit der Freigabe \
             endet auch Ihr Einblick."
        }
        Key::StartNoCommentTitle => "Niemand wartet auf Ihren Kommentar",
        Key::StartNoCommentText => {
            "Gibt die Personalabteilung Ihnen eine Bewerbung frei, steht sie hier, bis Sie sich dazu geäußert haben."
        }
        Key::StartTold => "Schwerbehinderte Bewerberinnen und Bewerber",
        Key::StartToldText => {
            "Über diese Bewerbungen hat Sie der Arbeitgeber bei ihrem Eingang unterrichtet (§ 164 Abs. 1 SGB IX)."
        }
        Key::ColumnTold => "Unterrichtet am",
        Key::StartPeopleText => "Sie betreuen Konten und Einstellungen. Bewerbungsdaten werden Ihnen nicht gezeigt.",
        Key::ReleasedUntil => "Freigegeben bis",
        // List of applications
        Key::ListNewestFirst => "Die neuesten zuerst",
        Key::ListReleasedTitle => "Für Sie freigegeben",
        Key::EveryPosting => "Alle Stellen",
        Key::AnyStage => "Jeder Stand",
        Key::AnyOutcome => "Jedes Ergebnis",
        Key::FilterShow => "Anzeigen",
        Key::FilterClear => "Zurücksetzen",
        Key::ListEmptyTitle => "Noch hat sich niemand beworben",
        Key::ListEmptyText => "Bewerbungen erscheinen hier, sobald sie eintreffen. Dafür muss eine Stelle offen sein.",
        Key::ListFilteredEmptyTitle => "Keine Bewerbung passt zu dieser Auswahl",
        Key::ListFilteredEmptyText => "Wählen Sie weniger aus, oder sehen Sie alle an.",
        Key::ListShowAll => "Alle Bewerbungen zeigen",
        Key::ListReleasedEmptyTitle => "Für Sie ist nichts freigegeben",
        Key::ListReleasedEmptyText => {
            "Die Personalabteilung liest Bewerbungen zuerst und gibt Ihnen dann einzelne Teile frei, auf Zeit. Bis \
             dahin ist nichts zu tun. Fehlt Ihnen jemand, fragen Sie die Personalabteilung."
        }
        // One application
        Key::ReceivedOn => "eingegangen am {}",
        Key::ActsLabel => "Handlungen",
        Key::HandoverLink => "In die Personalakte übergeben",
        Key::ErasedAfterPlan => {
            "Ab dem {} ist alles gelöscht. Das Verfahren endet von selbst am {}; schließen Sie es früher ab, rückt auch die \
             Löschung vor."
        }
        Key::ErasedByReceipt => "Ab dem {} wird alles gelöscht, gezählt ab dem Zugang der Absage.",
        Key::ErasedAfterClose => "Ab dem {} ist alles gelöscht. Das Verfahren wurde am {} abgeschlossen.",
        Key::BlockedClosed => {
            "Das Verfahren ist abgeschlossen. Die Inhalte liest niemand mehr; sie warten versiegelt darauf, ab dem {} gelöscht \
             zu sein."
        }
        Key::BlockedHandedOver => {
            "Was das Arbeitsverhältnis braucht, ist in der Personalakte. Den Rest liest niemand mehr; er ist ab dem {} gelöscht."
        }
        Key::ReleasedToYou => {
            "Sie sehen: {}. Freigegeben bis zum {}, oder bis die Personalabteilung es widerruft. Was Sie hier öffnen, steht im \
             Journal."
        }
        Key::CertificateToCome => "Löschnachweis",
        Key::LetterEmpty => "Zu dieser Bewerbung kam keine Nachricht.",
        Key::DocumentsTitle => "Unterlagen",
        Key::DocumentView => "Ansehen",
        Key::DocumentViewNamed => "{} in neuem Tab ansehen",
        Key::DocumentDownload => "Herunterladen",
        Key::DocumentDownloadNamed => "{} herunterladen",
        Key::CommentsTitle => "Kommentare",
        Key::CommentsNone => "Noch hat niemand kommentiert.",
        Key::CommentTitle => "Was meinen Sie?",
        Key::CommentHint => "Zur Arbeit, nicht zur Person.",
        Key::CommentSend => "Kommentar senden",
        Key::RemarkText => "Kommentar",
        Key::JudgementQuestion => "Diese Person kennenlernen?",
        Key::JudgementYes => "Ja",
        Key::JudgementMaybe => "Vielleicht",
        Key::JudgementNo => "Nein",
        Key::NotesTitle => "Interne Notizen",
        Key::NoteText => "Notiz hinzufügen",
        Key::NoteSend => "Notiz speichern",
        Key::StageMoveTo => "Weiter zu",
        Key::StageMove => "Versetzen",
        Key::OutcomeSince => "{} seit {}",
        Key::OutcomeRecord => "Welches Ergebnis?",
        Key::OutcomeTakeBack => "Zurücknehmen: unentschieden",
        Key::OutcomeReason => "Begründung",
        Key::OutcomeSend => "Ergebnis festhalten",
        Key::RejectionReceivedOn => "Absage zugegangen am",
        Key::RejectionReceivedHint => {
            "Nur bei einer Absage, und nur wenn Sie den Tag kennen. Dann beginnt die Frist für Ansprüche."
        }
        Key::RejectionTitle => "Zugang der Absage",
        Key::RejectionText => {
            "Oft erst später bekannt; solange er es nicht ist, lassen Sie das Feld leer. An diesem Tag beginnt die Frist für \
             Ansprüche. Wo die Aufbewahrung ab der Absage zählt, verschiebt sich der Tag der Löschung mit."
        }
        Key::RejectionSend => "Tag speichern",
        Key::ReleasesTitle => "Freigaben",
        Key::ReleaseSees => "{} sieht: {}",
        Key::ReleaseUntilDay => "bis zum {}",
        Key::ReleaseRevokedOn => "widerrufen am {}",
        Key::ReleaseOver => "Beendet",
        Key::ReleaseRevoke => "Widerrufen",
        Key::ReleaseRevokeFrom => "Freigabe für {} widerrufen",
        Key::ReleaseRevokeText => {
            "Von diesem Augenblick an liest niemand die Bewerbung über diese Freigabe: auf keiner Seite, in keiner Liste und \
             über keinen offenen Link. Was geschrieben wurde, bleibt. Sie kann neu freigegeben werden."
        }
        Key::DialogKeep => "Lassen, wie es ist",
        Key::ReleaseNew => "Freigeben …",
        Key::ReleaseTo => "An wen",
        Key::AudienceDepartment => "Abteilung: {}",
        Key::ReleaseBlind => {
            "Bei dieser Stelle wird ohne Namen ausgewählt: Name, Adressen und eingereichte Dokumente bleiben verborgen, auch wenn sie freigegeben sind."
        }
        Key::ReleaseManyTitle => "Mehrere Bewerbungen freigeben",
        Key::ReleaseManyLink => "Mehrere freigeben …",
        Key::ReleaseManyWhich => "Welche Bewerbungen",
        Key::ReleaseManyNone => "Es gibt keine offene Bewerbung mehr, die freigegeben werden könnte.",
        Key::ReleaseManyNewest => {
            "Das sind die neuesten {}; es gibt mehr. Geben Sie zuerst diese frei: wer entschieden ist, macht Platz."
        }
        Key::StandingBox => "Auch jede Bewerbung, die bis dahin eingeht",
        Key::StandingBoxHint => {
            "Nur für Betriebsrat und Schwerbehindertenvertretung: andere sehen, was die Personalabteilung zuerst gesehen hat."
        }
        Key::StandingTitle => "Mit jedem Eingang freigegeben",
        Key::StandingEnd => "Beenden",
        Key::StandingEndOf => "Die Freigabe an {} mit allem, was sie zeigt, beenden",
        Key::StandingShowsOne => "derzeit eine Bewerbung",
        Key::StandingShowsMany => "derzeit {} Bewerbungen",
        Key::ExclusionsTitle => "Vorenthalten",
        Key::ExclusionNew => "Jemandem vorenthalten …",
        Key::ExclusionText => {
            "Für diese Person gibt es die Bewerbung nicht: Keine Liste, keine Zahl und keine Suche zeigt sie. So bleibt sie zum Beispiel der Führungskraft einer internen Bewerbung verborgen."
        }
        Key::ExclusionWhom => "Wem",
        Key::ExclusionSend => "Dieser Person vorenthalten",
        Key::ExclusionByHr => "seit dem {}",
        Key::ExclusionBySelf => "hat sich am {} herausgenommen",
        Key::ExclusionLift => "Wieder zulassen",
        Key::ExclusionLiftFor => "{} wieder zulassen",
        Key::RecuseNew => "Ich kenne diese Person …",
        Key::RecuseText => {
            "Sie nehmen sich heraus: Die Bewerbung verschwindet für Sie sofort aus allen Listen. Nur die Personalabteilung kann Sie wieder zulassen. Was Sie bisher gesagt haben, bleibt."
        }
        Key::RecuseSend => "Mich herausnehmen",
        Key::RedactedNew => "Kopie hinzufügen …",
        Key::RedactedText => {
            "Eine Kopie der Unterlagen, in der niemand die Person erkennt: ohne Name, Bild, Adresse, Alter. Sie kann bei einer Auswahl ohne Namen freigegeben werden."
        }
        Key::RedactedFile => "Die Kopie: PDF, DOCX oder ODT",
        Key::RedactedSend => "Kopie hinzufügen",
        Key::BlindReader => {
            "Bei dieser Stelle wird ohne Namen ausgewählt: Wer sich beworben hat, bleibt verborgen, bis die Personalabteilung das aufhebt."
        }
        Key::SaidTitle => "Ihr Kommentar ist gespeichert",
        Key::SaidNext => "Als Nächstes wartet auf Sie:",
        Key::SaidAll => "Sonst wartet nichts auf Sie.",
        Key::ReleaseSections => "Was er sehen darf",
        Key::ReleaseNothing => "Kreuzen Sie mindestens einen Teil an",
        Key::ReleaseUntilRange => "Wählen Sie einen Tag ab heute, höchstens ein Jahr voraus",
        Key::ReleaseUntil => "Bis",
        Key::ReleaseUntilHint => "Sie endet von selbst an diesem Abend, und vorher mit einer Absage oder dem Abschluss.",
        Key::ReleaseSend => "Freigeben",
        Key::ReleaseEnded => "Absage, Rückzug und Abschluss beenden jede Freigabe; eine neue würde nichts zeigen.",
        Key::ReleaseTold => "Bei Eingang unterrichtet (§ 164 Abs. 1 SGB IX)",
        Key::DisabilityStated => "Schwerbehindert oder gleichgestellt; im Formular angegeben.",
        Key::DisabilityDeclined => {
            "Die Schwerbehindertenvertretung soll auf Wunsch der Bewerberin oder des Bewerbers nicht beteiligt werden."
        }
        Key::DisabilityNobody => "Niemand meldet sich hier an als: {}. Unterrichten Sie unverzüglich auf anderem Weg.",
        Key::HistoryTitle => "Verlauf",
        Key::HistoryReceived => "Eingegangen",
        Key::HistoryMailed => "E-Mail verschickt: „{}“",
        Key::HistoryMailRefused => "Das Postfach nimmt keine E-Mails an; diese kam nicht an: „{}“",
        Key::HistoryMailLost => "Sieben Tage lang nahm kein Server diese E-Mail an: „{}“",
        Key::HistoryAddressConfirmed => "Die Person hat gezeigt, dass die Adresse ihre ist",
        Key::HistoryOwnWithdrew => "Die Person hat zurückgezogen",
        Key::HistoryOwnErasure => "Die Person verlangte die Löschung: {}",
        Key::HistoryOwnRestricted => "Die Person hat die Verarbeitung eingeschränkt: {}",
        Key::HistoryOwnCorrected => "Die Person hat berichtigt: {}",
        Key::HistoryRequest => "Ein Anliegen ging ein: {}",
        Key::HistoryAnswered => "{} hat ein Anliegen beantwortet: {}",
        Key::MailUnreachable => "E-Mails erreichen diese Person nicht",
        Key::MailUnreachableText => {
            "Rufen Sie an oder schreiben Sie einen Brief. Halten Sie fest, wann eine Absage zuging: Schweigen setzt keine \
             Frist in Gang."
        }
        Key::HistoryStage => "{} hat den Stand von {} auf {} gesetzt",
        Key::HistoryOutcome => "{} hat das Ergebnis {} festgehalten",
        Key::HistoryOutcomeBack => "{} hat das Ergebnis {} zurückgenommen",
        Key::HistoryOutcomeChanged => "{} hat das Ergebnis von {} zu {} geändert",
        Key::HistoryReceipt => "{} hat festgehalten, dass die Absage am {} zuging",
        Key::HistoryReceiptBack => "{} hat den Tag zurückgenommen, an dem die Absage zuging",
        Key::HistoryReleased => "{} hat freigegeben: {}",
        Key::HistoryTold => {
            "Vertretung und Betriebsrat wurden über eine Schwerbehinderung unterrichtet, soweit gewünscht (§ 164 Abs. 1 SGB \
             IX)"
        }
        Key::HistoryRevoked => "{} hat eine Freigabe widerrufen",
        Key::HistoryExcluded => "{} hat die Bewerbung jemandem vorenthalten",
        Key::HistoryRecused => "{} kennt die Person und hat sich herausgenommen",
        Key::HistoryReadmitted => "{} hat jemanden wieder zur Bewerbung zugelassen",
        Key::HistoryRedacted => "{} hat eine Kopie ohne Namen hinzugefügt",
        Key::HistoryClosed => "{} hat das Verfahren am {} abgeschlossen",
        Key::HistoryClosedByItself => "Das Verfahren endete von selbst am {}",
        Key::HistoryDue => "Der letzte Tag ist jetzt der {}",
        Key::HistoryHandedOver => "{} hat in die Personalakte übergeben",
        Key::HistoryPooled => "{} hat die Person bis zum {} in den Talentpool aufgenommen",
        Key::HistoryUnpooled => "{} hat festgehalten, dass die Einwilligung in den Talentpool am {} widerrufen wurde",
        // Postings
        Key::PostingsEmptyTitle => "Noch keine Stelle",
        Key::PostingsEmptyText => {
            "Schreiben Sie die erste. Bis Sie sie veröffentlichen, bleibt sie ein Entwurf, den nur die Personalabteilung sieht."
        }
        Key::PostingNewTitle => "Neue Stelle",
        Key::PostingEditTitle => "Stelle bearbeiten",
        Key::PostingPublicPage => "Öffentliche Seite",
        Key::PostingAbout => "Über diese Stelle",
        Key::IntakeEndsOn => "Letzter Bewerbungstag",
        Key::PlannedCloseOn => "Verfahren endet von selbst am",
        Key::CourseIntakeEnds => "Annahme endet",
        Key::CourseClosesByItself => "Endet von selbst",
        Key::CountsTitle => "Unentschiedene nach Stand, und Ergebnisse",
        Key::CountsOver => "Abgesagt oder zurückgezogen",
        Key::CountsAll => "Insgesamt",
        Key::FactsTitle => "Eckdaten",
        Key::Seats => "Plätze",
        Key::SeatsHired => "{}, davon {} eingestellt",
        Key::SeatsHint => "Wie viele Sie einstellen.",
        Key::PayHint => "Eine Spanne in Worten: brutto, je Jahr oder Monat.",
        Key::PayMin => "Von, in Euro",
        Key::PayMax => "Bis, in Euro",
        Key::PayPeriodLabel => "Brutto je",
        Key::PayYear => "Jahr",
        Key::PayMonth => "Monat",
        Key::PayHour => "Stunde",
        Key::PayFigures => "Die Spanne in Zahlen",
        Key::PayFiguresHint => {
            "Suchmaschinen und Stellenbörsen lesen sie, und Menschen suchen danach. Gibt es keine, lassen Sie beide leer."
        }
        Key::AnswerDays => "Tage bis zur Antwort",
        Key::AnswerDaysHint => {
            "Gezählt ab dem Eingang der Bewerbung. Bewerbende lesen das Datum auf der Ausschreibung, der Quittung und ihrem Status."
        }
        Key::PlaceHint => "Zuerst die Stadt, oder mehrere: Leipzig oder Rotterdam. Nach einem Komma, wie dort gearbeitet wird.",
        Key::CountryLabel => "Land",
        Key::CountryGermany => "Deutschland",
        Key::CountryAustria => "Österreich",
        Key::CountryBelgium => "Belgien",
        Key::CountrySwitzerland => "Schweiz",
        Key::CountryCzechia => "Tschechien",
        Key::CountryDenmark => "Dänemark",
        Key::CountryFrance => "Frankreich",
        Key::CountryLuxembourg => "Luxemburg",
        Key::CountryNetherlands => "Niederlande",
        Key::CountryPoland => "Polen",
        Key::PostingLanguage => "Sprache",
        Key::PostingContact => "Ansprechperson",
        Key::PostingContactHint => "Name, und Telefonnummer oder Adresse, für Fragen vor der Bewerbung.",
        Key::Retention => "Aufbewahrung",
        Key::RetentionFromClose => "{} nach dem Abschluss des Verfahrens",
        Key::RetentionFromEarliest => {
            "{} nach dem Abschluss des Verfahrens oder dem Zugang der Absage, je nachdem, was zuerst kommt"
        }
        Key::PostingNobodyTitle => "Noch hat sich niemand beworben",
        Key::PostingNobodyText => {
            "Bewerbungen erscheinen hier, sobald sie eintreffen. Sie können die Adresse der öffentlichen Seite weitergeben: {}"
        }
        Key::PostingNobodyLeftTitle => "Hier ist keine Bewerbung",
        Key::PostingNobodyLeftText => {
            "Niemand hat sich beworben, oder alles ist inzwischen gelöscht. Die Löschnachweise stehen bei den Fristen."
        }
        Key::PublishTitle => "Diesen Entwurf veröffentlichen",
        Key::PublishText => {
            "Danach steht sie auf der Karriereseite und nimmt bis zum {} Bewerbungen an. Bearbeiten lässt sie sich dann nicht \
             mehr. Mit diesen Daten ist ab dem {} alles gelöscht; diesen Tag lesen alle, bevor sie sich bewerben."
        }
        Key::WarningsTitle => "Bevor Sie veröffentlichen",
        Key::WarningsText => "Veröffentlichen können Sie trotzdem. Es ist Ihre Entscheidung.",
        Key::WarningNoMarker => "Der Titel sagt nicht, dass alle gemeint sind, wie es (m/w/d) tut.",
        Key::WarningAge => {
            "„{}“ deutet auf ein Alter hin. Wer abgelehnt wird, kann darin ein Indiz für eine Benachteiligung sehen."
        }
        Key::WarningPersonal => {
            "Eine Frage zielt auf „{}“. Danach darf nur gefragt werden, wenn die Arbeit selbst es verlangt, und das ist \
             selten."
        }
        Key::WarningNoPay => "Es fehlt eine Gehaltsspanne. Bewerbende sollen sie vor dem ersten Gespräch kennen.",
        Key::PublishSend => "Veröffentlichen",
        Key::StopIntakeTitle => "Annahme beenden",
        Key::StopIntakeOpen => "Annahme beenden …",
        Key::AccessTitle => "Wer was sieht",
        Key::BlindOn => "Auswahl ohne Namen: Nur die Personalabteilung liest, wer sich beworben hat.",
        Key::BlindOff => "Wem Bewerbungen freigegeben sind, kann auch Namen und Dokumente lesen, soweit sie freigegeben sind.",
        Key::BlindBegin => "Ohne Namen auswählen",
        Key::BlindLift => "Auswahl ohne Namen aufheben",
        Key::KeepFromNew => "Neue Bewerbungen vorenthalten …",
        Key::KeepFromText => {
            "Für alle, die angekreuzt sind, gibt es nicht, was von jetzt an eingeht, noch ehe es jemand geöffnet hat."
        }
        Key::KeepFromSend => "Speichern",
        Key::KeepFromIs => "Vorenthalten: {}",
        Key::StopIntakeText => {
            "Die öffentliche Seite sagt dann, dass die Stelle nicht mehr offen ist. Eingegangene Bewerbungen gehen weiter; \
             gelöscht wird dadurch nichts. Das lässt sich nicht rückgängig machen."
        }
        Key::StopIntakeSend => "Annahme jetzt beenden",
        Key::DecideTitle => "Über mehrere entscheiden",
        Key::DecideText => {
            "Kreuzen Sie an, für wen das Ergebnis gilt. Es wird bei jeder Person einzeln festgehalten, mit Ihrem Namen. Eine \
             Einstellung halten Sie bei der Bewerbung selbst fest."
        }
        Key::DecideWhom => "Wen",
        Key::DecideNobody => "Kreuzen Sie mindestens einen Namen an",
        Key::DecideTick => "{} auswählen",
        Key::DecideReasonHint => "Derselbe Text steht dann bei jeder dieser Personen.",
        Key::DecideTicked => "Für Angekreuzte festhalten",
        Key::DecideShown => "{} von {} gezeigt, die neuesten zuerst",
        Key::PostingTitle => "Titel",
        Key::PostingTitleHint => "Mit (m/w/d), in der Sprache der Stelle.",
        Key::PostingSummary => "Ein Satz",
        Key::PostingSummaryHint => "Er steht in der Liste der offenen Stellen.",
        Key::PostingBody => "Text",
        Key::PostingBodyHint => {
            "Was man tut, mitbringt und bekommt, in Markdown: Eine leere Zeile trennt Absätze, ## beginnt eine Überschrift, - \
             einen Listenpunkt, **fett**, [ein Verweis](https://…). Keine Bilder."
        }
        Key::PostingNextStepsHint => "Wer wann antwortet und wie viele Gespräche es gibt.",
        Key::QuestionsTitle => "Fragen an Bewerberinnen und Bewerber",
        Key::QuestionsHint => {
            "Nach Name, E-Mail-Adresse, Telefon, Nachricht, Lebenslauf und weiteren Unterlagen fragt das Formular ohnehin. \
             Fragen Sie darüber hinaus nur, was für die Entscheidung nötig ist; bis zu {} Fragen. Sie lassen sich ändern, bis \
             die Stelle veröffentlicht ist."
        }
        Key::QuestionNumber => "Frage {}",
        Key::QuestionText => "Frage",
        Key::QuestionKindLabel => "Art der Antwort",
        Key::QuestionHintLabel => "Was beim Antworten hilft",
        Key::QuestionRequired => "Antwort erforderlich",
        Key::QuestionChoices => "Möglichkeiten",
        Key::QuestionChoicesHint => "Für eine von mehreren Möglichkeiten: {} bis {}, jede in einer Zeile.",
        Key::QuestionAdd => "Frage hinzufügen",
        Key::QuestionRemove => "Frage {} entfernen",
        Key::QuestionUp => "Frage {} nach oben",
        Key::QuestionShort => "Eine Zeile Text",
        Key::QuestionLong => "Mehrere Zeilen Text",
        Key::QuestionChoice => "Eine von mehreren Möglichkeiten",
        Key::QuestionNumberKind => "Eine Zahl",
        Key::QuestionDate => "Ein Datum",
        Key::QuestionFile => "Eine Datei",
        Key::PostingDates => "Termine",
        Key::IntakeEndsOnHint => "Dieser Tag zählt noch.",
        Key::PlannedCloseOnHint => "Wenn Sie nichts eintragen: sechs Monate nach dem letzten Bewerbungstag.",
        Key::PostingDatesText => {
            "Aus diesen Daten folgt, wann alles gelöscht ist. Sie sehen den Tag vor dem Veröffentlichen, alle anderen vor dem \
             Bewerben."
        }
        Key::PostingPreview => "Vorschau",
        Key::PostingPreviewText => "So wird es zu lesen sein. Gespeichert ist noch nichts.",
        Key::PostingSave => "Entwurf speichern",
        // Closing a procedure
        Key::CloseLink => "Verfahren abschließen …",
        Key::CloseTitle => "Dieses Verfahren abschließen?",
        Key::CloseUndecidedOne => "Noch nicht: eine Bewerbung hat kein Ergebnis",
        Key::CloseUndecidedMany => "Noch nicht: {} Bewerbungen haben kein Ergebnis",
        Key::CloseEffects => "Was geschieht, wenn Sie es heute abschließen, am {}",
        Key::CloseBlockedOne => "Eine Bewerbung ist sofort gesperrt: ihre Inhalte liest niemand mehr.",
        Key::CloseBlockedMany => "{} Bewerbungen sind sofort gesperrt: ihre Inhalte liest niemand mehr.",
        Key::CloseReleases => "Jede Freigabe für einen Fachbereich endet heute.",
        Key::CloseLastDay => "Der letzte Tag ist der {}.",
        Key::CloseErasedOne => "Die Bewerbung mit Notizen und Unterlagen ist ab dem {} gelöscht statt ab dem {}.",
        Key::CloseErasedMany => "Alle {} Bewerbungen mit Notizen und Unterlagen sind ab dem {} gelöscht statt ab dem {}.",
        Key::CloseHiredOne => "Eine Person ist eingestellt; ihre Bewerbung bleibt bis zur Übergabe offen.",
        Key::CloseHiredMany => "{} Personen sind eingestellt; ihre Bewerbungen bleiben bis zur Übergabe offen.",
        Key::CloseNobody => "Niemand hat sich beworben, also ist nichts zu löschen.",
        Key::CloseForGood => "Stand und Ergebnisse bleiben danach, wie sie sind, und die Stelle nimmt keine Bewerbungen an.",
        Key::CloseSend => "Verfahren abschließen",
        Key::CloseLeave => "So lassen, wie es ist",
        Key::CloseNotYetTitle => "Zum Abschließen braucht jede Bewerbung ein Ergebnis",
        Key::CloseNotYetText => {
            "Entscheiden Sie über sie, auf Wunsch über mehrere zugleich, oder lassen Sie das Verfahren am {} von selbst enden."
        }
        Key::CloseDecideOne => "Über eine Bewerbung entscheiden",
        Key::CloseDecideMany => "Über {} Bewerbungen entscheiden",
        // Extending, reopening, claims
        Key::DidRepair => "hat etwas berichtigt, das nicht zusammenpasste",
        Key::PlanKeptOne => "Eine davon bleibt: für einen Anspruch aufgehoben oder eingeschränkt",
        Key::PlanKeptMany => "{} davon bleiben: für einen Anspruch aufgehoben oder eingeschränkt",
        Key::PlanSave => "Als CSV sichern",
        Key::RefusedMinorApprenticeship => {
            "Das ist eine Ausbildungsstelle: Minderjährige bewerben sich hier ganz selbstverständlich."
        }
        Key::RefusedMinorClaim => "Ein Anspruch oder eine Einschränkung steht dem Löschen jetzt entgegen.",
        Key::ErasureTitle => "Frühere Löschung",
        Key::ErasureAsked => "Wenn die Person darum bittet oder minderjährig ist",
        Key::ErasureAskedText => {
            "Die Bewerbung wird sofort gesperrt. Wer noch kein Ergebnis hat, wird binnen eines Tages gelöscht; wo noch ein Anspruch abzuwehren sein kann, bleibt es bei der Frist. Im Verlauf steht dann, was zu antworten ist."
        }
        Key::ErasureAskedSend => "Die Person bittet um Löschung",
        Key::MinorText => {
            "Die Bewerbung einer minderjährigen Person wird sofort gelöscht, wenn zwei Personen der Personalabteilung zustimmen und kein Anspruch offen ist."
        }
        Key::MinorPropose => "Löschung wegen Minderjährigkeit vorschlagen",
        Key::MinorOwn => {
            "Sie haben vorgeschlagen, sie wegen Minderjährigkeit zu löschen. Eine zweite Person aus der Personalabteilung muss zustimmen."
        }
        Key::MinorOfOther => "{} schlägt vor, sie wegen Minderjährigkeit zu löschen.",
        Key::MinorAgree => "Zustimmen und löschen",
        Key::AnswerErase => "sie wird binnen eines Tages gelöscht",
        Key::AnswerKeepForDefence => "sie ist gesperrt und geht zu ihrer Frist, weil noch ein Anspruch folgen kann",
        Key::AnswerKeepForClaim => "sie ist gesperrt und geht, wenn der Anspruch beendet ist",
        Key::AnswerKeepRestricted => "sie ist gesperrt und bleibt, solange die Einschränkung besteht",
        Key::AnswerAskFirst => "die Person ist eingestellt: zuerst fragen, was aus dem Vertrag werden soll",
        Key::HistoryErasureAsked => "{} hat eine Bitte um Löschung festgehalten: {}",
        Key::HistoryMinorProposed => "{} hat vorgeschlagen, sie wegen Minderjährigkeit zu löschen",
        Key::HistoryMinor => "{} hat der Löschung wegen Minderjährigkeit zugestimmt",
        Key::DidAnswerErasure => "hat eine Bitte um Löschung festgehalten",
        Key::DidShowCode => "hat einen zugesandten Code gezeigt",
        Key::DidReadOwn => "hat gelesen, was über die Person aufbewahrt wird",
        Key::DidFetchOwn => "hat ein eigenes Dokument geholt",
        Key::DidCorrectOwn => "hat eigene Angaben berichtigt",
        Key::DidEnterRequest => "hat ein Anliegen eingetragen",
        Key::DidIdentify => "hat festgehalten, woher man weiß, wer fragt",
        Key::DidCheckRemark => "hat eine Bemerkung durchgesehen",
        Key::DidAnswerRequest => "hat ein Anliegen beantwortet",
        Key::DidReadRequest => "hat ein Anliegen geöffnet",
        Key::DidProposeMinor => "hat vorgeschlagen, die Bewerbung einer minderjährigen Person zu löschen",
        Key::DidEraseMinor => "hat der Löschung der Bewerbung einer minderjährigen Person zugestimmt",
        Key::LookUpLink => "Jemanden über die genaue Adresse nachschlagen …",
        Key::LookUpTitle => "Eine Bewerbung nachschlagen",
        Key::LookUpText => {
            "Was der Abschluss gesperrt hat oder eine Einschränkung zurückhält, öffnet sich für Sie allein und für 30 Minuten. Wer sich beworben hat und der Datenschutz sehen, dass Sie nachgesehen haben und wozu."
        }
        Key::LookUpEmailHint => "Genau so, wie sie in der Bewerbung steht.",
        Key::LookUpPurpose => "Wozu",
        Key::LookUpPurposeHint => {
            "Ein eingeschränkter Datensatz öffnet sich nur für eine Anfrage der Person selbst und für das, was Art. 18 Abs. 2 DSGVO nennt."
        }
        Key::LookUpChoose => "Bitte wählen …",
        Key::LookUpSend => "Für 30 Minuten öffnen",
        Key::LookUpNobody => {
            "Nichts wurde geöffnet: Niemand hier hat diese Adresse, oder der Datensatz öffnet sich nicht für diesen Zweck."
        }
        Key::LookUpFound => "Geöffnet",
        Key::LookUpOpened => "Für Sie, für 30 Minuten.",
        Key::LookUpOpen => "Zur Bewerbung",
        Key::PurposeInquiry => "Die Person ruft an oder schreibt",
        Key::PurposeRequest => "Eine Anfrage nach Auskunft oder einer Kopie",
        Key::PurposeClaim => "Ein Rechtsanspruch",
        Key::PurposeAuthority => "Ein Gericht oder eine Behörde verlangt es",
        Key::PurposeConsent => "Die Person stimmt dieser Nutzung zu",
        Key::PurposeOthersRights => "Die Rechte einer anderen Person",
        Key::PurposePublicInterest => "Ein wichtiges öffentliches Interesse",
        Key::RestrictionTitle => "Einschränkung",
        Key::RestrictionSet => "Die Verarbeitung einschränken …",
        Key::RestrictionText => {
            "Die Bewerbung verschwindet aus Listen und aus jeder Freigabe, bis Sie die Einschränkung aufheben."
        }
        Key::RestrictionGroundQuestion => "Aus welchem Grund",
        Key::RestrictionSend => "Einschränken",
        Key::RestrictionSince => "seit {}",
        Key::RestrictionToldOn => "Der Person mitgeteilt am",
        Key::RestrictionToldHint => "Bevor sie aufgehoben wird, muss die Person es wissen (Art. 18 Abs. 3 DSGVO).",
        Key::AnnouncementDue => "Sie wird nach dem {} gelöscht, obwohl sie eingeschränkt ist",
        Key::AnnouncementText => {
            "Unterrichten Sie die Person vor diesem Tag, auch darüber, dass die Bewerbung bleibt, wenn sie sie für einen eigenen Anspruch braucht (Art. 18 Abs. 1 Buchst. c DSGVO): Fügen Sie dann diesen Grund hinzu."
        }
        Key::AnnouncementToldOn => "Unterrichtet am",
        Key::AnnouncementSend => "Unterrichtung festhalten",
        Key::AnnouncementDone => {
            "Sie wird nach dem {} gelöscht, obwohl sie eingeschränkt ist; die Person wurde am {} unterrichtet."
        }
        Key::AnnouncementOpen => "Noch nicht unterrichtet",
        Key::AnnouncementsTitle => "Eingeschränkt und bald gelöscht",
        Key::RestrictionLift => "Aufheben",
        Key::GroundAccuracy => "Richtigkeit bestritten",
        Key::GroundUnlawful => "Unrechtmäßig, keine Löschung gewünscht",
        Key::GroundClaim => "Für einen eigenen Anspruch gebraucht",
        Key::GroundObjection => "Widerspruch wird geprüft",
        Key::HistoryOpened => "{} hat nachgeschlagen: {}",
        Key::HistoryRestricted => "{} hat die Verarbeitung eingeschränkt: {}",
        Key::HistoryUnrestricted => "{} hat die Einschränkung aufgehoben ({}); der Person mitgeteilt am {}",
        Key::HistoryAnnounced => {
            "{} hat festgehalten, dass die Person am {} über die Löschung der eingeschränkten Bewerbung unterrichtet wurde"
        }
        Key::DidLookUp => "hat eine Bewerbung nachgeschlagen",
        Key::DidRestrict => "hat eine Bewerbung eingeschränkt",
        Key::DidUnrestrict => "hat eine Einschränkung aufgehoben",
        Key::DidAnnounce => "hat die Unterrichtung über die Löschung einer eingeschränkten Bewerbung festgehalten",
        Key::StatusEnded => "Das Verfahren ist beendet",
        Key::StatusRestricted => "Ihre Bewerbung darf zurzeit nicht verwendet werden: Ihre Verarbeitung ist eingeschränkt.",
        Key::StatusAnnounced => "Ihre Bewerbung wird bis zum {} aufbewahrt und dann gelöscht",
        Key::StatusAnnouncedText => {
            "Ihre Verarbeitung ist eingeschränkt. Wenn Sie sie für einen eigenen Rechtsanspruch brauchen, sagen Sie es vor diesem Tag der oder dem Datenschutzbeauftragten: Dann bleibt sie erhalten (Art. 18 Abs. 1 Buchst. c DSGVO)."
        }
        Key::WaitsClaimsOne => "Anspruch wurde nicht rechtzeitig geprüft",
        Key::WaitsClaimsMany => "Ansprüche wurden nicht rechtzeitig geprüft",
        Key::WaitsRequestsOne => "Anliegen zu Daten wartet auf Antwort",
        Key::WaitsRequestsMany => "Anliegen zu Daten warten auf Antwort",
        Key::WaitsAnnouncementsOne => "eingeschränkte Bewerbung wird bald gelöscht: Die Person ist vorher zu unterrichten",
        Key::WaitsAnnouncementsMany => {
            "eingeschränkte Bewerbungen werden bald gelöscht: Die Personen sind vorher zu unterrichten"
        }
        Key::AllDecided => "alle haben ein Ergebnis",
        Key::ForgottenTitle => "Seit drei Monaten ist nichts geschehen",
        Key::ForgottenText => {
            "In diesen Verfahren kam niemand hinzu, nichts ging weiter und niemand schrieb. Bitten Sie die Personalabteilung, sie zu entscheiden oder abzuschließen."
        }
        Key::ProposalAgree => "Zustimmen",
        Key::ProposalDecline => "Ablehnen",
        Key::ProposalTakeBack => "Zurücknehmen",
        Key::RefusedSecondPerson => "Dazu braucht es zwei: Jemand anderes aus der Personalabteilung muss zustimmen.",
        Key::RefusedIdentity => {
            "Noch ist nicht bekannt, wer fragt. Vorher wird nichts herausgegeben und nichts gelöscht (Art. 12 Abs. 6 DSGVO)."
        }
        Key::RefusedUnchecked => "Sehen Sie erst jede Bemerkung durch: Mit der Antwort liest die Person sie.",
        Key::RefusedAddressConfirmed => {
            "Die Adresse ist bestätigt. Lassen Sie sich einen Code dorthin schicken: Mit ihm wird sie geändert."
        }
        Key::RefusedReopenedTooOften => {
            "Dieses Verfahren wurde so oft wieder aufgenommen, wie es geht. Schreiben Sie die Stelle stattdessen neu aus."
        }
        Key::ExtensionTitle => "Mehr Zeit",
        Key::ExtensionText => {
            "Ein späterer Abschluss hebt jede Bewerbung dieses Verfahrens länger auf. Deshalb muss eine zweite Person aus der Personalabteilung zustimmen."
        }
        Key::ExtendTo => "Von selbst abschließen am",
        Key::ExtendToHint => "Spätestens am {}, zwei Jahre nach dem letzten Bewerbungstag.",
        Key::ExtensionSend => "Vorschlagen",
        Key::ExtensionOwn => {
            "Sie haben vorgeschlagen, dass es stattdessen am {} von selbst endet. Eine zweite Person aus der Personalabteilung muss zustimmen."
        }
        Key::ExtensionOfOther => {
            "{} schlägt vor, dass es stattdessen am {} von selbst endet. Jede Bewerbung dieses Verfahrens wird dann länger aufgehoben."
        }
        Key::ReopenLink => "Wieder aufnehmen …",
        Key::ReopenTitle => "Dieses Verfahren wieder aufnehmen?",
        Key::ReopenNotNow => "Es kann nicht wieder aufgenommen werden",
        Key::ReopenTooLate => "Ein Verfahren endet zwei Jahre nach seinem letzten Bewerbungstag; hier ist das der {}.",
        Key::ReopenNobody => {
            "Niemand ist mehr da, der noch einmal in Betracht käme: alle sind gelöscht, über ihre Frist hinaus oder übergeben."
        }
        Key::ReopenEffects => "Was geschieht, wenn Sie es wieder aufnehmen",
        Key::ReopenChosen => "Wen Sie auswählen, ist wieder ohne Ergebnis und bekommt die Frist des neuen Plans.",
        Key::ReopenOthers => "Alle anderen bleiben gesperrt und behalten ihre Frist.",
        Key::ReopenNoIntake => "Die Stelle kommt nicht zurück auf die Karriereseite.",
        Key::ReopenWhy => "Warum",
        Key::ReopenHireFellThrough => "Wer eingestellt wurde, kommt nicht oder ging früh wieder",
        Key::ReopenDecisionAnnulled => "Ein Gericht, der Betriebsrat oder wir selbst haben die Entscheidung zurückgenommen",
        Key::ReopenMistake => "Es wurde aus Versehen abgeschlossen",
        Key::ReopenUntil => "Endet von selbst am",
        Key::ReopenWhom => "Für wen",
        Key::ReopenSend => "Verfahren wieder aufnehmen",
        Key::HoldTitle => "Diese Bewerbung für einen Anspruch aufheben",
        Key::HoldsTitle => "Ansprüche",
        Key::HoldLink => "Für einen Anspruch aufheben …",
        Key::HoldEffects => "Was ein Anspruch bewirkt",
        Key::HoldKeeps => "Solange er besteht, wird von den genannten Bewerbungen nichts gelöscht, auch nicht nach ihrer Frist.",
        Key::HoldBlocked => "Er öffnet nichts: Was der Abschluss gesperrt hat, bleibt gesperrt.",
        Key::HoldEnds => "Zwei Personen der Personalabteilung beenden ihn. Ein verstrichener Prüftag beendet nichts.",
        Key::HoldSend => "Aufheben",
        Key::HoldClaimant => "Von der Person, die ihn erhebt",
        Key::HoldComparator => "Zum Vergleich",
        Key::HoldSince => "Seit {}, zu prüfen bis {}.",
        Key::HoldToClaim => "Zum Anspruch",
        Key::ClaimKindQuestion => "Was ist es",
        Key::ClaimAnnounced => "Anspruch angekündigt",
        Key::ClaimLawsuit => "Klage",
        Key::ClaimAuthority => "Anfrage einer Behörde",
        Key::ClaimReason => "Warum diese Bewerbungen dafür gebraucht werden",
        Key::ClaimReasonHint => "Wer was verlangt, und was jede Bewerbung zeigt.",
        Key::ClaimReviewOn => "Wieder prüfen bis",
        Key::ClaimReviewHint => {
            "Höchstens sechs Monate voraus. Danach wird die Personalabteilung erinnert, dann der Datenschutz."
        }
        Key::ClaimComparators => "Mit wem wird verglichen",
        Key::ClaimComparatorsHint => "Nur die, die gebraucht werden: Jede bleibt, solange der Anspruch besteht.",
        Key::ClaimsTitle => "Ansprüche, die die Frist anhalten",
        Key::ClaimsMissedOne => "Ein Anspruch wurde nicht rechtzeitig geprüft",
        Key::ClaimsMissedMany => "{} Ansprüche wurden nicht rechtzeitig geprüft",
        Key::ClaimsMissedText => {
            "Sie bestehen weiter, und was sie aufheben, bleibt. Prüfen Sie jeden, oder beenden Sie ihn zu zweit."
        }
        Key::ClaimMissedOne => "Einmal nicht geprüft",
        Key::ClaimMissedMany => "{}-mal nicht geprüft",
        Key::ClaimKept => "Über die Frist hinaus",
        Key::ClaimTitle => "Anspruch: {}",
        Key::ClaimOpened => "Eingetragen am {}",
        Key::ClaimStands => "Wie er steht",
        Key::ClaimReviewTitle => "Prüfen",
        Key::ClaimReviewText => "Wenn er noch besteht, sagen Sie, bis wann. Die Bewerbungen bleiben, wie sie sind.",
        Key::ClaimReviewNext => "Wieder prüfen bis",
        Key::ClaimReviewSend => "Er besteht noch",
        Key::ClaimEndTitle => "Beenden",
        Key::ClaimEndText => {
            "Wenn der Anspruch erledigt ist oder nicht mehr erhoben werden kann, schlagen Sie vor, ihn zu beenden. Eine zweite Person aus der Personalabteilung muss zustimmen; was über seine Frist hinaus ist, wird dann gelöscht."
        }
        Key::ClaimEndPropose => "Ende vorschlagen",
        Key::ClaimEndOwn => {
            "Sie haben am {} vorgeschlagen, ihn zu beenden. Eine zweite Person aus der Personalabteilung muss zustimmen."
        }
        Key::ClaimEndOfOther => {
            "{} hat am {} vorgeschlagen, ihn zu beenden. Wenn Sie zustimmen, wird gelöscht, was über seine Frist hinaus ist."
        }
        Key::ClaimEndAgree => "Zustimmen und beenden",
        Key::HistoryExtended => "{} hat zugestimmt, dass das Verfahren am {} von selbst endet",
        Key::HistoryReopened => "{} hat das Verfahren wieder aufgenommen: {}",
        Key::HistoryHeld => "{} hat einen Anspruch eingetragen: sie wird aufgehoben",
        Key::HistoryCompared => "{} hat einen Anspruch eingetragen: sie wird zum Vergleich aufgehoben",
        Key::HistoryReviewed => "{} hat den Anspruch geprüft, wieder bis {}",
        Key::HistoryEndProposed => "{} hat vorgeschlagen, den Anspruch zu beenden",
        Key::HistoryHoldEnded => "{} hat dem Ende des Anspruchs zugestimmt",
        Key::DidHold => "hat eine Bewerbung für einen Anspruch aufgehoben",
        Key::DidReviewClaim => "hat einen Anspruch geprüft",
        Key::DidProposeEnd => "hat vorgeschlagen, einen Anspruch zu beenden",
        Key::DidEndClaim => "hat einen Anspruch beendet",
        Key::DidProposeExtension => "hat einen späteren Abschluss vorgeschlagen",
        Key::DidExtend => "hat einem späteren Abschluss zugestimmt",
        Key::DidDropExtension => "hat den Vorschlag eines späteren Abschlusses fallen lassen",
        Key::DidReopen => "hat ein Verfahren wieder aufgenommen",
        // Retention
        Key::PlanTitle => "Fristen: was wann gelöscht wird, und warum",
        Key::PlanAsOf => "Stand: {}",
        Key::PlanOverdue => "Überfällig",
        Key::PlanOverdueOne => "Eine Löschung ist überfällig",
        Key::PlanOverdueMany => "{} Löschungen sind überfällig",
        Key::PlanOverdueText => {
            "Der Termin ist vorbei, und etwas stand im Weg. Jeder Durchgang versucht es von selbst erneut; bleibt es dabei, \
             fragen Sie, wer den Server betreibt."
        }
        Key::OverdueOldest => "Die älteste war fällig am",
        Key::OverdueHiding => "sie lassen sich nicht verbergen; die Datenbank nimmt es nicht an.",
        Key::OverdueKey => "ihre Schlüssel lassen sich nicht vernichten; verborgen sind sie.",
        Key::OverdueObjects => "niemand kann sie mehr lesen, aber der Objektspeicher gibt ihre Dokumente nicht her.",
        Key::OverdueRows => "niemand kann sie mehr lesen, aber ihre Zeilen lassen sich nicht löschen.",
        Key::OverdueClock => "die Uhr wurde verstellt, und nichts wird gelöscht, bis jemand sie bestätigt.",
        Key::OverdueNobody => "seit Stunden ist kein Durchgang zu Ende gekommen.",
        Key::OverdueNotReached => "die Durchgänge sind noch nicht bei ihnen angekommen.",
        Key::PlanEmptyTitle => "Nichts wartet darauf, vergessen zu werden",
        Key::PlanEmptyText => "Es gibt keine Bewerbung. Jede bekommt ihr Datum mit der ersten Minute und steht von da an hier.",
        Key::PlanAhead => "Die nächsten zwölf Monate",
        Key::PlanByMonth => "Nach Monat und Stelle",
        Key::PlanWhy => "Warum dann",
        Key::PlanClosed => "Das Verfahren wurde am {} abgeschlossen.",
        Key::PlanClosedByItself => "Das Verfahren endete von selbst am {}.",
        Key::PlanCloses => "Das Verfahren endet von selbst spätestens am {}.",
        Key::PlanReceipt => "Die Absage ist vorher zugegangen; das Verfahren läuft weiter.",
        Key::ChartTitle => "Zu löschende Bewerbungen: {}",
        Key::ChartNothing => "In den nächsten zwölf Monaten wird nichts gelöscht",
        Key::ChartLate => "Zu spät",
        Key::CertificatesTitle => "Neueste Löschnachweise",
        Key::CertificatesNone => "Bisher wurde nichts gelöscht.",
        // The deletion concept and the record of processing
        Key::ConceptTitle => "Löschkonzept und Verarbeitungsverzeichnis",
        Key::ConceptLead => {
            "Erstellt aus den Einstellungen, wie sie jetzt sind. Es umfasst, was Ablauf aufbewahrt; was Sie anderswo \
             aufbewahren, in Postfächern oder auf Papier, ist zu ergänzen. Um den heutigen Stand festzuhalten, drucken Sie die \
             Seite."
        }
        Key::ConceptMissingTitle => "Noch nicht vollständig",
        Key::ConceptMissingText => "Noch nicht angegeben: {}.",
        Key::ConceptMissingWho => "Das kann die Administration in den Einstellungen nachholen.",
        Key::ConceptMissingNext => "In den Einstellungen angeben",
        Key::ConceptPart => "Löschkonzept",
        Key::ConceptPartText => {
            "Gegliedert nach DIN 66398: Zweck, Regelfristen und Startzeitpunkte, Datenarten, Umsetzung, Verantwortung."
        }
        Key::ConceptPurpose => "Zweck",
        Key::ConceptPurposeText => {
            "Daten von Bewerberinnen und Bewerbern werden gelöscht, sobald sie weder für die Entscheidung noch für die Abwehr \
             von Ansprüchen gebraucht werden (Art. 5 Abs. 1 Buchst. e und Art. 17 DSGVO). Der Termin folgt allein aus \
             ausdrücklichen Handlungen: Keine Notiz, kein Kommentar und kein Lesen verschiebt ihn."
        }
        Key::ConceptPeriods => "Regelfrist und Startzeitpunkt",
        Key::ConceptNewPostings => "Stellen, die ab jetzt veröffentlicht werden",
        Key::ConceptOlderPostings => "Ältere Stellen, zu denen es noch Bewerbungen gibt",
        Key::ConceptCalendar => "Wie gezählt wird",
        Key::ConceptCalendarText => {
            "Nach Kalendertagen in der Zeitzone {} (§ 187 Abs. 1, § 188 Abs. 2 und 3 BGB). Die Monate werden einmal addiert; ist \
             der Monat zu kurz, zählt sein letzter Tag. Die Löschung ist um Mitternacht am Ende des letzten Tages fällig."
        }
        Key::ConceptSooner => "Was die Frist verkürzt",
        Key::ConceptSoonerText => {
            "Eine Löschung, die die Bewerberin oder der Bewerber verlangt, wenn ihr nichts entgegensteht (Art. 17 DSGVO), und \
             die der Bewerbung Minderjähriger, der zwei Personen zustimmen: Beide kommen mit dem nächsten Löschlauf."
        }
        Key::ConceptStops => "Was der Löschung entgegensteht",
        Key::ConceptStopsText => {
            "Ein Anspruch, bis zwei Personen der Personalabteilung ihn beenden (Art. 17 Abs. 3 Buchst. e DSGVO), und eine \
             Einschränkung nach Art. 18 Abs. 1 Buchst. b oder c DSGVO, bis sie aufgehoben wird. So lange wird von der Bewerbung \
             nichts gelöscht."
        }
        Key::ConceptClasses => "Datenarten",
        Key::ConceptClass => "Datenart",
        Key::ConceptPeriod => "Frist",
        Key::ConceptFrom => "Ab",
        Key::ConceptGoes => "Wie es gelöscht wird",
        Key::ConceptOfApplicants => "Zu Bewerbungen",
        Key::ConceptOfDesk => "Zu Personen am Arbeitsplatz, und in Browsern",
        Key::ConceptOfRemnants => "Was eine Unterbrechung zurücklässt",
        Key::ConceptOfProofs => "Schlüssel, Kopien und Nachweise",
        Key::ConceptOfNothing => "Was Ablauf nicht aufbewahrt",
        Key::ConceptHow => "Umsetzung",
        Key::ConceptHowSweep => {
            "Jede Viertelstunde löscht ein Löschlauf, was fällig ist, in vier Schritten: Es wird verborgen, sein Schlüssel \
             vernichtet, seine Dokumente gelöscht, seine Zeilen gelöscht. Vom zweiten Schritt an kann es hier niemand mehr \
             lesen."
        }
        Key::ConceptHowCopies => {
            "Binnen eines Tages wechselt die Schlüsselgeneration: Davor angelegte Kopien der Schlüsseldatenbank öffnen dann \
             nichts mehr. Sicherungen enthalten keine Schlüssel, und eine Wiederherstellung bringt nichts Gelöschtes zurück."
        }
        Key::ConceptHowCopiesByHand => {
            "Davor angelegte Kopien der Schlüsseldatenbank öffnen nichts mehr, sobald der Betrieb den nächsten \
             Generationsschlüssel eingesetzt und den alten weggenommen hat; das muss binnen eines Tages geschehen. Sicherungen \
             enthalten keine Schlüssel, und eine Wiederherstellung bringt nichts Gelöschtes zurück."
        }
        Key::ConceptHowProof => {
            "Zu jeder Löschung steht ein Nachweis ohne personenbezogene Daten in einem Protokoll, an dem eine spätere Änderung \
             erkennbar ist. Was mehr als einen Tag überfällig ist, steht mit seiner Ursache am Arbeitsplatz. Eine verstellte Uhr \
             hält den Löschlauf an, bis jemand sie bestätigt."
        }
        Key::ConceptCheckpoints => "Signierte Prüfpunkte des Protokolls werden außerhalb des Speichers aufbewahrt.",
        Key::ConceptNoCheckpoints => "Für signierte Prüfpunkte des Protokolls ist kein Ort außerhalb des Speichers eingestellt.",
        Key::ConceptWho => "Verantwortung",
        Key::ConceptWhoController => "Für die Fristen und dieses Konzept: {}",
        Key::ConceptWhoHr => {
            "Die Personalabteilung erfasst Ergebnisse, schließt Verfahren ab und trägt Ansprüche und Einschränkungen ein und aus."
        }
        Key::ConceptWhoAdmin => {
            "Die Administration stellt die Frist ein; jede Änderung steht im Protokoll und gilt für später veröffentlichte \
             Stellen."
        }
        Key::ConceptWhoPrivacy => "Der Datenschutz achtet auf Fristen, überfällige Löschungen und Protokoll: {}",
        Key::ConceptWhoOperator => {
            "Wer die Server betreibt, bewahrt Sicherungen, Kopien der Schlüssel und das Programmprotokoll auf und entfernt sie \
             rechtzeitig."
        }
        Key::RecordPart => "Verzeichnis von Verarbeitungstätigkeiten",
        Key::RecordPartText => "Bearbeitung von Bewerbungen (Art. 30 Abs. 1 DSGVO).",
        Key::RecordFacts => "Angaben",
        Key::RecordPurposes => "Zwecke",
        Key::RecordPurposesText => {
            "Bewerbungen annehmen, bearbeiten und über sie entscheiden; Ansprüche abwehren; in das Arbeitsverhältnis übernehmen, \
             was es braucht."
        }
        Key::RecordPersons => "Kategorien betroffener Personen",
        Key::RecordPersonsText => {
            "Bewerberinnen und Bewerber; Personen, die in ihren Unterlagen oder in Notizen genannt sind, etwa als Referenz; \
             Personen, die am Arbeitsplatz arbeiten; Ansprechpersonen der Stellen."
        }
        Key::RecordData => "Kategorien personenbezogener Daten",
        Key::RecordDataApplicants => {
            "Zu Bewerbungen: Name, E-Mail-Adresse, Telefonnummer, Nachricht, Lebenslauf und weitere Unterlagen, Notizen und \
             Kommentare, Stand und Ergebnis mit Begründung, Freigaben, Ansprüche, Einschränkungen, Verlauf. Nach besonderen \
             Kategorien (Art. 9 DSGVO) wird nicht gefragt; Unterlagen können sie enthalten."
        }
        Key::RecordDataDesk => {
            "Zu Personen am Arbeitsplatz: Name, E-Mail-Adresse, ein Hash des Passworts, Rollen, Einträge im Protokoll."
        }
        Key::RecordInside => {
            "Intern: Personalabteilung; Fachbereichsleitungen, soweit die Personalabteilung es ihnen freigibt; der Datenschutz \
             sieht Fristen, Zahlen und das Protokoll."
        }
        Key::RecordPeriods => "Löschfristen",
        Key::RecordPeriodsText => "Bewerbungen: {}. Alle anderen Datenarten: im Löschkonzept oben.",
        Key::RecordMeasures => "Technische und organisatorische Maßnahmen",
        Key::MeasureSealed => {
            "Was Bewerberinnen und Bewerber senden und was über sie geschrieben wird, wird vor dem Speichern versiegelt, jede \
             Bewerbung mit einem eigenen Schlüssel."
        }
        Key::MeasureKeyFile => {
            "Der Generationsschlüssel, der diese Schlüssel öffnet, liegt in einer Datei des Servers, getrennt von den Daten."
        }
        Key::MeasureKeySecret => {
            "Der Generationsschlüssel, der diese Schlüssel öffnet, wird vom Betrieb verwahrt und hier nur gelesen."
        }
        Key::MeasureKeyTransit => {
            "Der Generationsschlüssel, der diese Schlüssel öffnet, ist selbst durch einen Schlüsseldienst (Transit) versiegelt."
        }
        Key::MeasureAccess => {
            "Der Zugriff folgt Rollen und Freigaben, die enden. Nach dem Abschluss und bei einer Einschränkung öffnet die \
             Personalabteilung eine Bewerbung nur für einen genannten Zweck und {}."
        }
        Key::MeasureSignIn => {
            "Eine Anmeldung endet nach {}. Zu viele falsche Passwörter müssen warten; Passwörter werden als Argon2id-Hashes \
             aufbewahrt."
        }
        Key::MeasureJournal => "Wer etwas liest oder ändert, steht im Protokoll, an dem eine spätere Änderung erkennbar ist.",
        Key::MeasureWay => "Die Seite ist unter {} erreichbar. Den Weg dorthin verschlüsselt der vorgeschaltete Proxy (TLS).",
        Key::MeasureWayOpen => "Die Seite ist unter {} erreichbar, ohne Verschlüsselung auf dem Weg (TLS).",
        Key::MeasureNoTraces => {
            "Weder Netzwerkadressen noch ein Zugriffsprotokoll werden gespeichert, und keine Seite nimmt Kontakt zu Dritten auf."
        }
        Key::MeasureRestore => {
            "Sicherungen lassen sich prüfen und probeweise öffnen, ohne etwas zu ändern (ablauf fsck, ablauf restore --drill)."
        }
        Key::PeriodMinutes => "{} Minuten",
        Key::PeriodHours => "{} Stunden",
        Key::PeriodDays => "{} Tage",
        Key::PeriodAtMost => "höchstens {}",
        Key::PeriodWithApplication => "wie die Bewerbung",
        Key::PeriodRequest => "wie die Bewerbung; zu niemand Bekanntem drei Jahre ab der Antwort",
        Key::PeriodUntilConverted => "bis zur Übernahme, in der Regel sofort",
        Key::PeriodUntilEnded => "bis zum Ende",
        Key::PeriodUntilAnswered => "bis zur Antwort",
        Key::PeriodUntilDone => "bis sie gelingt",
        Key::PeriodUntilNext => "bis zur nächsten",
        Key::PeriodUnset => "keine in Ablauf",
        Key::PeriodPaper => "so viele Kalenderjahre, wie eingestellt sind, zunächst 8",
        Key::PeriodJournalName => "so viele Monate, wie eingestellt sind, zunächst 24",
        Key::PeriodPool => "so lange wie vereinbart, höchstens 24 Monate",
        Key::PeriodEvidence => "36 Monate",
        Key::PeriodNotStored => "nicht gespeichert",
        Key::FromClose => "Abschluss des Verfahrens",
        Key::FromEarliest => "Abschluss des Verfahrens oder Zugang der eigenen Absage, was früher ist",
        Key::FromReceipt => "Eingang",
        Key::FromVoucherYear => "ab dem Ende des Belegjahrs",
        Key::FromConsent => "ab dem Tag der Einwilligung",
        Key::FromConsentEnd => "ab dem Ende der Einwilligung",
        Key::FromReport => "ab der Meldung an die Behörde, ohne Meldung ab dem Bekanntwerden",
        Key::FromMonth => "ab dem Ende des Monats, in dem jemand etwas getan hat",
        Key::FromMade => "Anlegen",
        Key::FromEntered => "Eintragung",
        Key::FromSignIn => "Anmeldung",
        Key::FromTry => "Versuch",
        Key::FromForm => "letztes solches Formular",
        Key::FromQueued => "die Handlung, von der sie berichtet",
        Key::FromAsked => "Anforderung",
        Key::FromShown => "das Zeigen des Codes",
        Key::FromChoice => "letzte Wahl",
        Key::FromWritten => "letztes Schreiben",
        Key::GoesFourSteps => "Löschlauf, in vier Schritten, mit Nachweis",
        Key::GoesSecondStep => "im zweiten Schritt der Löschung vernichtet",
        Key::GoesKept => "der Löschlauf: Schlüssel, Dokumente, Zeilen, mit Löschnachweis",
        Key::GoesFourthStep => "mit den Zeilen der Bewerbung gelöscht",
        Key::GoesRelease => {
            "endet von selbst, früher durch Widerruf, Absage, Rückzug oder Abschluss; die Zeile geht mit der Bewerbung"
        }
        Key::GoesExclusion => "durch die Personalabteilung aufgehoben; die Zeile mit der Bewerbung",
        Key::GoesOpening => "schließt von selbst; der Löschlauf löscht die Zeile",
        Key::GoesRestriction => "aufgehoben, nachdem die Person es weiß; die Zeile geht mit der Bewerbung",
        Key::GoesClaim => {
            "von zwei Personen der Personalabteilung beendet; er geht mit der letzten Bewerbung, die dafür aufgehoben wurde"
        }
        Key::GoesProposal => "gelöscht, wenn jemand zustimmt, ablehnt oder zurücknimmt, oder wenn er gegenstandslos wird",
        Key::GoesConverted => "gelöscht, wenn es zur Bewerbung wird; sein Schlüssel stirbt mit dem Wechsel der Generation",
        Key::GoesBySweep => "vom Löschlauf gelöscht",
        Key::GoesMonthKey => {
            "der Löschlauf vernichtet den Schlüssel des Monats: Wer es war, kann dann niemand mehr sagen; was getan wurde, bleibt"
        }
        Key::GoesSession => "sofort abgewiesen, vom Löschlauf gelöscht; Abmelden löscht sie",
        Key::GoesCode => "öffnet einmal etwas, wird danach sofort abgewiesen und beim nächsten Durchlauf gelöscht",
        Key::GoesVisit => "wird sofort abgewiesen und beim nächsten Durchlauf gelöscht; Abmelden löscht ihn",
        Key::GoesTry => "vom Löschlauf gelöscht, oder durch eine erfolgreiche Anmeldung",
        Key::GoesMemory => "danach binnen einer Minute vergessen; nie gespeichert",
        Key::GoesMail => {
            "geht, sobald ein Server sie angenommen hat oder sie aufgegeben wird; die Adresse der letzten Mail ist unter dem \
             Eingangsschlüssel versiegelt, der beim nächsten Wechsel stirbt"
        }
        Key::GoesBrowser => "vom Browser gelöscht",
        Key::GoesBucket => "durch eine Lebenszyklusregel entfernt, die der Betrieb dem Bucket gibt",
        Key::GoesNextRestore => "von der nächsten Wiederherstellung oder Probe entfernt",
        Key::GoesTurn => "stirbt mit dem Wechsel der Generation",
        Key::GoesNextCopy => "von der nächsten Kopie entfernt; öffnet nach dem Wechsel der Generation nichts mehr",
        Key::GoesOperator => "entfernt, wer sie aufbewahrt",
        Key::GoesLog => "entfernt nach sieben Tagen, wer es aufbewahrt",
        Key::GoesNotYet => "Ablauf löscht es noch nicht",
        Key::GoesStays => "bleibt; nennt keine Bewerberin und keinen Bewerber",
        Key::GoesNothing => "nichts zu löschen",
        Key::ClassApplication => "Bewerbung: was gesendet wurde, Dokumente, Notizen, Kommentare, Verlauf, Ergebnis",
        Key::ClassRecordKey => "Schlüssel einer Bewerbung, mit einer geschlüsselten Prüfsumme der E-Mail-Adresse",
        Key::ClassFormToken => "Kennzeichen eines Formulars, damit ein doppelt gesendetes einmal zählt",
        Key::ClassRelease => "Freigabe",
        Key::ClassExclusion => "Vorenthaltene Bewerbung",
        Key::ClassOpening => "Öffnung einer gesperrten oder eingeschränkten Bewerbung",
        Key::ClassRestriction => "Einschränkung der Verarbeitung",
        Key::ClassClaim => "Anspruch, und warum Bewerbungen dafür aufgehoben werden",
        Key::ClassProposal => "Vorschlag, der auf eine zweite Person wartet",
        Key::ClassEnvelope => "Formular, wie es einging, versiegelt",
        Key::ClassQuarantine => "Formular, das sich nicht übernehmen ließ, mit seinem Dokument",
        Key::ClassErasureRetry => "Vermerk einer Löschung, die misslang",
        Key::ClassEmployee => "Personalakte einer eingestellten Person",
        Key::ClassPaper => "Beleg mit gesetzlicher Aufbewahrung, etwa eine Reisekostenquittung",
        Key::ClassPool => "Platz im Talentpool",
        Key::ClassEvidence => "Nachweis einer Einwilligung",
        Key::ClassSession => "Sitzung",
        Key::ClassFailedSignIn => "Fehlgeschlagene Anmeldung",
        Key::ClassFormNetwork => {
            "Netz, aus dem Bewerbungsformulare ohne Nachweis kamen (gekürzte Adresse, nur im Arbeitsspeicher)"
        }
        Key::ClassReceiptCookie => "Eingangscode im Anmelde-Cookie",
        Key::ClassLanguageCookie => "Sprach-Cookie",
        Key::ClassAccount => "Konto am Arbeitsplatz, mit Rollen",
        Key::ClassPosting => "Stelle mit ihrer Ansprechperson; Einstellungen",
        Key::ClassPendingKey => "Schlüssel, den keine Zeile verwendet",
        Key::ClassUnnamedObject => "Gespeichertes Dokument, das keine Zeile nennt",
        Key::ClassStagedUpload => "Abgebrochenes Hochladen, in einem lokalen Speicher",
        Key::ClassMultipart => "Abgebrochenes Hochladen, in einem S3-Bucket",
        Key::ClassThrowAway => "Arbeitskopie einer Wiederherstellung oder Probe",
        Key::ClassGeneration => "Schlüsselgeneration mit ihren Eingangsschlüsseln",
        Key::ClassKeyCopy => "Kopie der Schlüsseldatenbank",
        Key::ClassBackup => "Sicherung von Datensätzen, Protokoll und Dokumenten",
        Key::ClassJournal => "Protokoll: wer wann was getan hat",
        Key::ClassJournalName => "Protokoll: wer von den Beschäftigten es war",
        Key::ClassCertificate => "Löschnachweis; Sterbevermerk eines Schlüssels",
        Key::ClassCheckpoint => "Signierter Prüfpunkt des Protokolls, anderswo aufbewahrt",
        Key::ClassClockStop => "Halt einer verstellten Uhr",
        Key::ClassBreach => "Datenpanne und ihre Meldung",
        Key::ClassErrorLog => "Programmprotokoll, auf der Standardfehlerausgabe",
        Key::ClassAbandonedForm => "Verlassenes oder abgewiesenes Formular",
        Key::ClassAccessLog => "Zugriffsprotokoll, Netzwerkadressen",
        Key::ClassMail => "E-Mail, die darauf wartet, verschickt zu werden",
        Key::ClassSearchCache => "Suchindex, Suchcache",
        Key::ClassCode => "Code, mit dem sich jemand ausweist",
        Key::ClassVisit => "Besuch von jemandem, der einen solchen Code gezeigt hat",
        Key::ClassDisclosure => "Was jemand von einer Bemerkung über sich liest",
        Key::ClassRequest => "Anliegen nach Art. 15 bis 21 DSGVO",
        // Journal
        Key::JournalText => "Wer was gelesen oder geändert hat, das Neueste zuerst. Auch Ihr Lesen steht hier.",
        Key::JournalEmptyTitle => "Hier steht nichts",
        Key::JournalEmptyText => "Kein Eintrag ist älter als der letzte, den Sie sahen.",
        Key::JournalTime => "Uhrzeit",
        Key::JournalWho => "Wer",
        Key::JournalDid => "Was",
        Key::JournalWhat => "Woran",
        Key::JournalDetail => "Näheres",
        Key::JournalRecords => "{} Datensätze",
        Key::JournalNoneTitle => "Nichts gefunden",
        Key::JournalNoneText => "Kein Eintrag passt zu diesem Filter.",
        Key::JournalPerson => "Person",
        Key::JournalAnyone => "Alle",
        Key::JournalKind => "Art",
        Key::JournalAnyKind => "Jede Art",
        Key::JournalRecord => "Datensatz",
        Key::JournalNoRecord => "Ein Datensatz wird mit seinen 32 Zeichen benannt, wie das Journal sie zeigt.",
        Key::JournalFrom => "Von",
        Key::JournalTo => "Bis",
        Key::JournalSave => "Als Tabelle speichern",
        Key::JournalBehindTitle => "Noch nicht vollständig",
        Key::JournalBehindText => {
            "{} Einträge sind noch nicht erschlossen, ein Filter findet sie noch nicht. Ablauf holt das von selbst nach."
        }
        Key::SortOpenings => "Geöffnet",
        Key::SortDownloads => "Heruntergeladen",
        Key::SortLists => "Listen und Suchen",
        Key::SortChanges => "Änderungen",
        Key::SortRefusals => "Abweisungen",
        Key::SortSignIns => "Anmeldungen",
        Key::DidSaveJournal => "hat das Journal als Tabelle gespeichert",
        Key::DidReadBreach => "hat angesehen, wen eine Datenpanne betraf",
        Key::DidSaveBreach => "hat gespeichert, wen eine Datenpanne betraf",
        Key::DidEnterBreach => "hat eine Datenpanne eingetragen",
        Key::DidReportBreach => "hat die Meldung einer Datenpanne festgehalten",
        Key::BreachesTitle => "Datenpannen",
        Key::BreachesText => {
            "Welches Konto in falschen Händen war, wen es laut Journal betraf, und die 72 Stunden für die Meldung an die \
             Behörde (Art. 33 DSGVO)."
        }
        Key::BreachesEmptyTitle => "Keine Datenpanne",
        Key::BreachesEmptyText => "Es ist keine eingetragen.",
        Key::BreachNew => "Datenpanne eintragen",
        Key::BreachNewText => {
            "Zeiten nach der Uhr des Arbeitgebers. Die 72 Stunden beginnen, sobald das Haus davon wusste, gleich durch wen."
        }
        Key::BreachEnter => "Eintragen",
        Key::BreachFrom => "Von",
        Key::BreachTo => "Bis",
        Key::BreachKnown => "Bekannt seit",
        Key::BreachKnownHint => "72 Stunden später muss gemeldet sein. Nächte, Wochenenden und Feiertage zählen mit.",
        Key::BreachReport => "Meldung an die Behörde",
        Key::BreachReported => "Der Behörde gemeldet",
        Key::BreachReportedAt => "Der Behörde gemeldet um",
        Key::BreachRecordReport => "Meldung festhalten",
        Key::BreachKnownSince => "Bekannt seit {}.",
        Key::BreachReportBy => "Zu melden bis {}.",
        Key::BreachReportedOn => "Gemeldet {}.",
        Key::BreachLeftOne => "noch 1 Stunde",
        Key::BreachLeftMany => "noch {} Stunden",
        Key::BreachLateOne => "weniger als 1 Stunde zu spät",
        Key::BreachLateMany => "{} Stunden zu spät",
        Key::BreachOf => "Datenpanne: Konto von {}",
        Key::BreachSpan => "{} bis {}",
        Key::BreachSave => "Betroffene speichern",
        Key::BreachTouched => "Wen es betraf",
        Key::BreachNobodyTitle => "Niemanden",
        Key::BreachNobodyText => "Laut Journal hat das Konto in dieser Zeit keinen Datensatz einer Person berührt.",
        Key::BreachRefusedOne => "Einmal wurde das Konto dabei abgewiesen.",
        Key::BreachRefusedMany => "{} Mal wurde das Konto dabei abgewiesen.",
        Key::BreachForgottenTitle => "Hier können welche fehlen",
        Key::BreachForgottenText => {
            "Für einen Teil dieser Zeit kann niemand mehr sagen, wer von den Beschäftigten etwas getan hat: Die Namen wurden \
             fristgerecht vergessen. Was vorher als Tabelle gesichert wurde, ist vollständig."
        }
        Key::BreachHow => "Wie",
        Key::BreachFirst => "Zuerst",
        Key::BreachLast => "Zuletzt",
        Key::BreachFate => "Jetzt",
        Key::BreachLive => "noch da",
        Key::BreachErased => "gelöscht",
        Key::KindApplication => "Bewerbung",
        Key::KindEmployee => "Personaldatensatz",
        Key::KindPaper => "Beleg",
        Key::KindPool => "Talentpool",
        Key::KindEvidence => "Nachweis einer Einwilligung",
        Key::StartBreaches => "Zu meldende Datenpannen",
        Key::StartUnusual => "Ungewöhnlich viel gelesen",
        Key::StartUnusualText => {
            "Ein Konto öffnete an einem Tag mehr Bewerbungen, als in den Einstellungen vorgesehen ist. Das muss nicht falsch \
             sein; fragen Sie nach."
        }
        Key::StartUnusualLine => "{} öffnete {} Bewerbungen",
        Key::SettingsJournal => "Journal",
        Key::SettingsAlert => "Ungewöhnliches Lesen",
        Key::SettingsAlertHint => {
            "Öffnet ein Konto an einem Tag mehr verschiedene Bewerbungen als diese Zahl, erfährt es der Datenschutz."
        }
        Key::SettingsStaffMonths => "Wer es war: Monate",
        Key::SettingsStaffMonthsHint => {
            "So lange nach dem Ende eines Monats sagt das Journal noch, wer von den Beschäftigten darin etwas getan hat. Was \
             wann mit welcher Akte geschah, bleibt. 12 bis 60."
        }
        Key::ProofsTitle => "Beweise, die anderswo liegen sollten",
        Key::ProofsText => {
            "Ein signierter Prüfpunkt, der anderswo liegt, zeigt später, ob das Journal umgeschrieben wurde. Der öffentliche Schlüssel \
             gehört daneben."
        }
        Key::ProofsCheckpoint => "Neuester Prüfpunkt",
        Key::ProofsKey => "Öffentlicher Schlüssel",
        Key::ProofsUnknown => "Diese Nummer hat noch kein Löschnachweis. Vielleicht ist sie vertippt.",
        Key::ByApplicant => "bewerbende Person",
        Key::DidApply => "hat sich beworben",
        Key::DidSignIn => "hat sich angemeldet",
        Key::DidAddEmployer => "hat einen Arbeitgeber angelegt",
        Key::DidAddDepartment => "hat einen Fachbereich angelegt",
        Key::DidAddAccount => "hat ein Konto angelegt",
        Key::DidListApplications => "hat Bewerbungen aufgelistet",
        Key::DidReadApplication => "hat eine Bewerbung geöffnet",
        Key::DidReadDocument => "hat eine Unterlage geöffnet",
        Key::DidAddNote => "hat eine Notiz geschrieben",
        Key::DidAddComment => "hat einen Kommentar geschrieben",
        Key::DidMoveStage => "hat den Stand geändert",
        Key::DidDecide => "hat ein Ergebnis festgehalten",
        Key::DidRecordReceipt => "hat den Zugang einer Absage festgehalten",
        Key::DidRelease => "hat Teile freigegeben",
        Key::DidRevoke => "hat eine Freigabe widerrufen",
        Key::DidStand => "hat mit jedem Eingang freigegeben",
        Key::DidEndStanding => "hat eine Freigabe mit jedem Eingang beendet",
        Key::DidExclude => "hat eine Bewerbung jemandem vorenthalten",
        Key::DidReadmit => "hat jemanden wieder zu einer Bewerbung zugelassen",
        Key::DidRecuse => "hat sich aus einer Bewerbung herausgenommen",
        Key::DidRedact => "hat eine Kopie ohne Namen hinzugefügt",
        Key::DidDraftPosting => "hat eine Stelle angelegt",
        Key::DidEditPosting => "hat eine Stelle geändert",
        Key::DidBlind => "hat eine Auswahl ohne Namen begonnen",
        Key::DidLiftBlind => "hat eine Auswahl ohne Namen aufgehoben",
        Key::DidExcludeFromPosting => "hat geändert, wer von den Bewerbungen einer Stelle nichts sieht",
        Key::DidPublishPosting => "hat eine Stelle veröffentlicht",
        Key::DidStopIntake => "hat die Annahme beendet",
        Key::DidClosePosting => "hat ein Verfahren abgeschlossen",
        Key::DidClosePlanned => "hat ein Verfahren am geplanten Tag abgeschlossen",
        Key::DidReadJournal => "hat das Journal gelesen",
        Key::DidReadManifest => "hat die Übergabe geöffnet",
        Key::DidHandOver => "hat in die Personalakte übergeben",
        Key::DidReadEmployees => "hat Personalakten gelesen",
        Key::DidReadEmployeeDocument => "hat eine Unterlage aus einer Personalakte geöffnet",
        Key::DidEnterPaper => "hat einen Beleg aufgenommen",
        Key::DidReadPapers => "hat Belege gelesen",
        Key::DidEnterPool => "hat eine Einwilligung in den Talentpool festgehalten",
        Key::DidReadPool => "hat den Talentpool gelesen",
        Key::DidWithdraw => "hat den Widerruf einer Einwilligung festgehalten",
        Key::DidReadEvidence => "hat die Nachweise der Einwilligungen gelesen",
        Key::ByStranger => "niemand angemeldet",
        Key::ByForgotten => "jemand von den Beschäftigten; der Name wurde fristgerecht vergessen",
        Key::DidSignOut => "hat sich abgemeldet",
        Key::DidFailSignIn => "eine Anmeldung schlug fehl",
        Key::DidErase => "hat eine Bewerbung gelöscht",
        Key::DidRefuse => "wurde abgewiesen",
        Key::RefusedForRole => "nicht in den Rollen",
        Key::RefusedAsHidden => "für diese Person nicht freigegeben",
        Key::RefusedAsEnded => "die Freigabe war beendet",
        Key::RefusedAsBlocked => "nach dem Abschluss gesperrt",
        Key::RefusedAsRestricted => "Verarbeitung eingeschränkt",
        Key::RefusedAsBlind => "Auswahl ohne Namen",
        Key::RefusedAsErasing => "wird gelöscht",
        Key::RefusedAsTyped => "mit der Eingabe war nichts anzufangen",
        Key::RefusedMore => "weitere derselben Minute stehen hier nicht",
        Key::TriedTooOften => "nach zu vielen Versuchen für eine Weile gesperrt",
        Key::RefusedDocument => "ein Dokument",
        Key::RefusedOneApplication => "eine Bewerbung",
        Key::KeptUntil => "Aufbewahrt bis",
        Key::KeptTitle => "Neben den Verfahren aufbewahrt",
        Key::KeptClass => "Was",
        Key::KeptCount => "Wie viele",
        Key::KeptFirst => "Das erste geht nach dem",
        Key::PapersText => {
            "Belege, die das Gesetz Sie aufbewahren lässt, jeder unter einem eigenen Schlüssel versiegelt. Personal und Buchhaltung legen sie hier ab; lesen kann sie nur die Buchhaltung."
        }
        Key::PapersEmptyTitle => "Noch kein Beleg",
        Key::PapersEmptyText => {
            "Reisebelege von Bewerbenden kommen hierher, getrennt von ihren Bewerbungen, die lange vorher gelöscht werden."
        }
        Key::PaperNew => "Beleg ablegen",
        Key::PaperNewText => {
            "Er bekommt einen eigenen Schlüssel und bleibt, wenn die Bewerbung gelöscht wird. Liegt er hier, kann ihn nur die Buchhaltung öffnen."
        }
        Key::PaperName => "Von wem",
        Key::PaperAbout => "Wofür",
        Key::PaperAboutHint => "Zum Beispiel: Bahnfahrt zum Gespräch und zurück, 49 Euro",
        Key::PaperVoucherOn => "Datum des Belegs",
        Key::PaperVoucherHint => "Die Jahre zählen ab dem Ende des Kalenderjahrs dieses Tages.",
        Key::PaperFile => "Datei",
        Key::PaperFileHint => "PDF, DOCX oder ODT, höchstens {}",
        Key::PaperSend => "Ablegen",
        Key::DonePaper => "Der Beleg ist abgelegt. Öffnen kann ihn von hier an nur die Buchhaltung.",
        Key::DoneSettings => "Die Einstellungen sind gespeichert",
        Key::DoneBrand => "Das Erscheinungsbild ist gespeichert und gilt ab jetzt",
        Key::DoneLogo => "Das Logo steht jetzt auf der Karriereseite",
        Key::DoneLogoRemoved => "Das Logo ist entfernt: An seiner Stelle steht der Name",
        Key::DoneDeputy => "Die Vertretung ist benannt",
        Key::DoneDeputyEnded => "Die Vertretung ist beendet",
        Key::DoneDraft => "Der Entwurf ist gespeichert",
        Key::DonePublished => "Die Ausschreibung ist veröffentlicht und nimmt Bewerbungen an",
        Key::DoneIntakeStopped => "Die Annahme ist beendet: Die öffentliche Seite nimmt keine Bewerbungen mehr an",
        Key::DoneNote => "Die Notiz ist hinzugefügt",
        Key::DoneStage => "Der Stand ist geändert",
        Key::DoneOutcome => "Das Ergebnis ist festgehalten",
        Key::DoneReleased => "Freigegeben: Ab jetzt kann es gelesen werden",
        Key::DoneRevoked => "Die Freigabe ist widerrufen: Über sie kann nichts mehr gelesen werden",
        Key::DoneRecorded => "Festgehalten",
        Key::DoneOwnCorrected => "Berichtigt.",
        Key::DoneOwnWithdrawn => "Sie haben die Bewerbung zurückgezogen.",
        Key::DoneOwnAsked => "Gefragt. Sie bekommen eine E-Mail, sobald es beantwortet ist.",
        Key::DoneOwnRestricted => "Ab jetzt werden Ihre Daten nicht weiter verwendet. Ein Mensch sieht es sich an und antwortet.",
        Key::DoneOwnErasing => {
            "Gesperrt. Innerhalb eines Tages ist alles gelöscht, und Sie bekommen die Nummer des Löschnachweises per E-Mail."
        }
        Key::DoneOwnAnswered => "Ihr Verlangen ist festgehalten. Was darauf geschieht, steht unten.",
        Key::DoneRequest => "Das Anliegen ist eingetragen.",
        Key::DoneAnswered => "Gespeichert.",
        Key::DoneDismiss => "Ausblenden",
        Key::PoolText => {
            "Menschen, die schriftlich zugestimmt haben, auf andere Stellen angesprochen zu werden, mit dem, was sie dalassen wollten. Jeder Eintrag geht an dem vereinbarten Tag, bei Widerruf sofort."
        }
        Key::PoolEmptyTitle => "Niemand ist im Talentpool",
        Key::PoolEmptyText => "Nach einer Absage nimmt die Seite der Bewerbung eine unterschriebene Einwilligung auf.",
        Key::PoolGivenOn => "Einwilligung unterschrieben am",
        Key::PoolPanelText => {
            "Mit einer unterschriebenen Einwilligung bleibt die Person mit den Dokumenten ihrer Wahl unter einem eigenen Schlüssel, wenn diese Bewerbung gelöscht wird."
        }
        Key::PoolEnter => "Unterschriebene Einwilligung festhalten",
        Key::PoolConsentLabel => "Der Text zur Unterschrift ({})",
        Key::PoolConsentText => {
            "Ich bin einverstanden, dass mein Name, meine Kontaktdaten und die von mir gewählten Dokumente aufbewahrt werden, um mich auf andere Stellen anzusprechen, für die unten genannte Zeit, höchstens 24 Monate. Ich kann das jederzeit und auf jedem Weg widerrufen; das Aufbewahrte wird dann sofort gelöscht. Dass ich zugestimmt habe, wird nach dem Ende drei Jahre lang als Nachweis aufbewahrt."
        }
        Key::PoolMonths => "Für wie viele Monate",
        Key::PoolMonthsHint => "1 bis 24, wie von der Person vereinbart",
        Key::PoolChannel => "Wie die Einwilligung kam",
        Key::ChannelLetter => "auf Papier",
        Key::ChannelInPerson => "bei einem Treffen unterschrieben",
        Key::ChannelMail => "per E-Mail",
        Key::ChannelPhone => "telefonisch",
        Key::ChannelMet => "bei einem Treffen",
        Key::ChannelErasure => "mit einem Antrag auf Löschung",
        Key::PoolDocuments => "Dokumente, die die Person gewählt hat",
        Key::PoolSend => "In den Talentpool aufnehmen",
        Key::PoolIn => "Im Talentpool bis zum {}",
        Key::PoolOpen => "Eintrag öffnen",
        Key::PoolNoDocuments => "Die Person hat kein Dokument dagelassen.",
        Key::PoolWithdraw => "Widerruf festhalten",
        Key::PoolWithdrawText => {
            "Jeder Weg zählt. Von diesem Moment an liest niemand den Eintrag, und der nächste Löschlauf löscht ihn."
        }
        Key::PoolWithdrawnOn => "Widerrufen am",
        Key::PoolWithdrawnBy => "Wie er kam",
        Key::PoolWithdrawSend => "Jetzt beenden",
        Key::EvidenceText => {
            "Dass jemand in den Talentpool eingewilligt hat, in welchen Text, auf welchem Weg und bis wann: drei Jahre ab dem Ende, damit es nachweisbar ist (Art. 7 Abs. 1 DSGVO)."
        }
        Key::EvidenceEmptyTitle => "Keine Einwilligung nachzuweisen",
        Key::EvidenceEmptyText => "Jede Einwilligung in den Talentpool hinterlässt hier ihren Nachweis.",
        Key::EvidenceVersion => "Text",
        Key::EvidenceStood => "Galt bis",
        Key::EvidenceWithdrawn => "{}, widerrufen {}",
        Key::DidListPeople => "hat die Konten aufgelistet",
        Key::DidNameDeputy => "hat eine Vertretung benannt",
        Key::DidEndDeputy => "hat eine Vertretung beendet",
        Key::DidChangeSetting => "hat eine Einstellung geändert",
        // Employee records and the handover
        Key::EmployeesEmptyTitle => "Noch keine Personalakte",
        Key::EmployeesEmptyText => {
            "Wird jemand eingestellt, wählen Sie Feld für Feld, was in die Personalakte kommt. Für alles andere läuft die Frist \
             weiter."
        }
        Key::EmployeesEmptyNext => "Eingestellte",
        Key::EmployeeStanding => "{}, {}; übergeben am {}",
        Key::EmployeeItems => "Was übergeben wurde, und warum",
        Key::EmployeeRest => "Was nicht übergeben wurde, wird mit der Bewerbung gelöscht.",
        Key::HiredFor => "Eingestellt als",
        Key::HandedOverOn => "Übergeben",
        Key::HandoverTitle => "In die Personalakte übergeben",
        Key::HandoverText => {
            "Wählen Sie nur, was das Arbeitsverhältnis braucht. Was nicht angekreuzt ist, ist ab dem {} gelöscht."
        }
        Key::HandoverWhat => "Was in die Akte kommt",
        Key::HandoverWhy => "{}: wofür es gebraucht wird",
        Key::HandoverItem => "Angabe",
        Key::HandoverContent => "Inhalt",
        Key::HandoverPurpose => "Zweck",
        Key::HandoverBasis => "Rechtsgrundlage",
        Key::HandoverNecessity => "Warum es gebraucht wird",
        Key::HandoverNecessityHint => "Ein Satz, er bleibt in der Akte.",
        Key::HandoverNecessityNeeded => "Sagen Sie, warum „{}“ gebraucht wird, oder nehmen Sie das Kreuz heraus",
        Key::HandoverNameNeeded => "Kreuzen Sie „{}“ an: eine Akte braucht einen Namen",
        Key::HandoverNever => "Interne Notizen und Kommentare gehen nie mit.",
        Key::HandoverEffects => "Was geschieht",
        Key::HandoverEffectSealed => {
            "Die angekreuzten Angaben werden unter einem eigenen Schlüssel neu versiegelt, in der Personalakte von {} ({})."
        }
        Key::HandoverEffectRest => {
            "Für die Bewerbung läuft die Frist weiter, ihr Ergebnis steht fest; ab dem {} ist sie gelöscht. Ist das Verfahren \
             abgeschlossen, liest sie niemand mehr."
        }
        Key::HandoverEffectOnce => "Das geht nur einmal.",
        Key::HandoverSend => "Übergeben",
        Key::PurposeContract => "Vertrag schließen und führen",
        Key::PurposePayroll => "Lohn, Steuer und Sozialversicherung",
        Key::PurposeQualification => "Nachweis einer Qualifikation",
        Key::PurposeReachability => "Erreichbarkeit",
        Key::PurposeProtection => "Rechte schwerbehinderter Beschäftigter (§ 208 SGB IX)",
        Key::BasisContract => "Art. 6 Abs. 1 Buchst. b DSGVO: Vertrag",
        Key::BasisObligation => "Art. 6 Abs. 1 Buchst. c DSGVO: rechtliche Verpflichtung",
        Key::BasisEmployment => "§ 26 Abs. 1, Abs. 8 Satz 2 BDSG: Beschäftigung",
        Key::BasisSpecial => "Art. 9 Abs. 2 Buchst. b DSGVO, § 26 Abs. 3 BDSG: besondere Kategorien",
        // Accounts and requests
        Key::PeopleText => "Wer sich anmelden darf. Bewerbungsdaten werden Ihnen nicht gezeigt.",
        Key::PeopleRoles => "Rollen",
        Key::PeopleSince => "Seit",
        Key::PeopleActive => "Darf sich anmelden",
        Key::PeopleDisabled => "Gesperrt am {}",
        Key::PeopleAdd => "Konten werden vorerst auf dem Server angelegt, mit dem Befehl",
        Key::DeputiesTitle => "Vertretung benennen",
        Key::DeputiesText => "Eine Vertretung sieht bis zum Ende dieses Tages, was der Abteilung freigegeben ist.",
        Key::DeputyWho => "Wer vertritt",
        Key::DeputyOf => "Für die Leitung von",
        Key::DeputyUntil => "Bis zum Ende des",
        Key::DeputySend => "Als Vertretung benennen",
        Key::DeputyIs => "Vertretung bis {}",
        Key::DeputyEnd => "Jetzt beenden",
        Key::DeputyEndOf => "Vertretung durch {} beenden",
        Key::RequestsEmptyTitle => "Es ist kein Anliegen eingegangen",
        Key::RequestsEmptyText => {
            "Bewerbende fragen auf der Statusseite, mit einem Code, der ihnen zugeschickt wird; was per E-Mail, Telefon oder \
             Brief kommt, wird unten eingetragen."
        }
        Key::RequestsDeadline => {
            "Eine Antwort ist innerhalb eines Monats fällig; was an einem Wochenende oder Feiertag enden würde, endet am \
             nächsten Werktag (Art. 12 Abs. 3 DSGVO, Verordnung 1182/71)."
        }
        Key::RequestsWaiting => "Warten auf eine Antwort",
        Key::RequestsDone => "Beantwortet",
        Key::RequestsNoneWaits => "Nichts wartet.",
        Key::RequestOfNobody => "keine Bewerbung bekannt",
        Key::RequestKindLabel => "Was verlangt wird",
        Key::RequestChannelLabel => "Wie es kam",
        Key::RequestReceivedOn => "Eingegangen",
        Key::RequestAnswerBy => "Antwort",
        Key::RequestIdentity => "Wer es ist",
        Key::RequestEnterTitle => "Auf anderem Weg",
        Key::RequestEnter => "Ein Anliegen eintragen, das per E-Mail, Telefon oder Brief kam",
        Key::RequestEnterNobody => {
            "Zu niemand Bestimmtem. Für eines von Bewerbenden beginnen Sie auf der Seite der Bewerbung; was gesperrt oder \
             eingeschränkt ist, öffnen Sie zuerst über die genaue Suche."
        }
        Key::RequestEnterAbout => "Zu dieser Bewerbung:",
        Key::RequestEnterSend => "Eintragen",
        Key::RequestFromApplication => "Anliegen per E-Mail, Telefon oder Brief eintragen",
        Key::RequestFacts => "Das Anliegen",
        Key::RequestAbout => "Zu",
        Key::RequestApplication => "der Bewerbung",
        Key::RequestAsked => "In den Worten der Person",
        Key::RequestNoWords => "Dazu wurde nichts geschrieben.",
        Key::RequestReplied => "Die Antwort",
        Key::RequestReplyText => "Was die Person liest",
        Key::ChannelStatus => "auf der Statusseite",
        Key::IdentityCode => "hat den zugesandten Code gezeigt",
        Key::IdentityCall => "unter der hinterlegten Nummer zurückgerufen",
        Key::IdentityPerson => "kam persönlich",
        Key::IdentityOpen => "noch nicht bekannt",
        Key::IdentityTitle => "Sicherstellen, wer fragt",
        Key::IdentityText => {
            "Verlangen Sie nicht mehr als nötig (Art. 12 Abs. 6 DSGVO): Ein Rückruf unter der hinterlegten Nummer genügt \
             meist; eine Ausweiskopie ist meist zu viel."
        }
        Key::IdentitySend => "Festhalten",
        Key::CheckTitle => "Durchsehen, was geschrieben wurde",
        Key::CheckText => {
            "Mit der Antwort liest die Person jede davon, außer sie sagt etwas über andere: Mitbewerbende, Auskunftgebende, \
             Kollegen (Art. 15 Abs. 4 DSGVO). Wer geschrieben hat, erscheint als Rolle."
        }
        Key::CheckQuestion => "Was liest die Person davon?",
        Key::CheckWhole => "Alles",
        Key::CheckRedacted => "Die Fassung unten, ohne andere",
        Key::CheckWithheld => "Nichts außer dem Grund unten",
        Key::CheckWords => "Fassung oder Grund",
        Key::CheckWordsHint => {
            "Nehmen Sie heraus oder ersetzen Sie, was über andere etwas sagt. Was die Person selbst betrifft, bleibt."
        }
        Key::CheckSend => "Speichern",
        Key::CheckDone => "durchgesehen",
        Key::CheckOpen => "offen",
        Key::CheckOpenForm => "Was die Person liest",
        Key::AnswerTitle => "Die Antwort",
        Key::AnswerNotYet => "Noch nicht",
        Key::AnswerGrant => "Wie gewünscht erledigen",
        Key::AnswerGrantSend => "Antworten: erledigt",
        Key::AnswerGrantHint => "Die Person bekommt eine E-Mail, dass es eine Antwort gibt, und liest sie auf der Statusseite.",
        Key::AnswerRefuse => "Ablehnen, mit Begründung",
        Key::AnswerRefuseSend => "Antworten: abgelehnt",
        Key::AnswerRefuseHint => {
            "Sagen Sie warum (Art. 12 Abs. 4 DSGVO). Dass Beschwerde bei der Aufsicht und der Weg zum Gericht offenstehen, \
             kommt von selbst dazu."
        }
        Key::AnswerRefuseWords => {
            "Sie können sich bei der in den Datenschutzhinweisen genannten Aufsichtsbehörde beschweren oder vor Gericht \
             gehen."
        }
        Key::StepsInformation => {
            "Was eingereicht wurde, liest die Person schon. Sehen Sie die Bemerkungen durch, dann antworten Sie."
        }
        Key::StepsCorrection => {
            "Berichtigen Sie, was falsch ist, oder ergänzen Sie, was fehlt; dann antworten Sie. Wer es erhalten hat, erfährt \
             es (Art. 19 DSGVO)."
        }
        Key::StepsErasure => {
            "Halten Sie die Bitte um Löschung auf der Seite der Bewerbung fest: Dort steht, was geschieht. Dann antworten \
             Sie."
        }
        Key::StepsRestriction => {
            "Sie ist seit dem Verlangen eingeschränkt, oder Sie schränken sie auf der Seite der Bewerbung ein. Bevor das \
             aufgehoben wird, erfährt es die Person (Art. 18 Abs. 3 DSGVO)."
        }
        Key::StepsPortability => {
            "Auf der Statusseite speichert die Person sie selbst. Wer das nicht kann, bekommt sie auf anderem Weg."
        }
        Key::StepsObjection => {
            "Bis zu Ihrer Antwort ist die Bewerbung eingeschränkt. Wägen Sie ab: die Situation der Person gegen das, wofür \
             die Bewerbung gebraucht wird (Art. 21 Abs. 1 DSGVO)."
        }
        Key::WordsInformation => "Auf der Statusseite lesen Sie, was über Sie aufbewahrt wird, und können es dort speichern.",
        Key::WordsCorrection => "Wir haben es berichtigt.",
        Key::WordsErasure => "Ihre Bewerbung ist gesperrt und wird gelöscht; das Datum steht auf der Statusseite.",
        Key::WordsRestriction => "Ihre Daten werden nicht weiter verwendet. Bevor das endet, erfahren Sie es.",
        Key::WordsObjection => "Wir haben Ihren Widerspruch geprüft und verwenden Ihre Daten nicht weiter.",
        // The clock of the server
        Key::ClockTitle => "Die Uhr des Servers",
        Key::ClockStoppedTitle => "Die Uhr wurde verstellt: es wird nichts gelöscht",
        Key::ClockJumped => "Sie hätte den {} zeigen müssen. Sie sprang auf den {}.",
        Key::ClockSetBack => "Sie hatte schon den {} gezeigt. Sie wurde auf den {} zurückgestellt.",
        Key::ClockStoppedText => {
            "Kein Verfahren endet von selbst, und keine Bewerbung wird gelöscht, bevor jemand die Uhr bestätigt hat."
        }
        Key::ClockWho => "Bestätigen kann sie die oder der Datenschutzbeauftragte oder die Verwaltung.",
        Key::ClockLook => "Uhr prüfen",
        Key::ClockShows => "Sie zeigt jetzt",
        Key::ClockLastPass => "Letzter Löschlauf",
        Key::ClockNoPass => "Noch keiner",
        Key::ClockConfirmTitle => "Ist jetzt der {}?",
        Key::ClockConfirmText => {
            "Vergleichen Sie erst mit einer anderen Uhr: was gelöscht ist, kommt nicht wieder. Geht sie falsch, lassen Sie \
             die Uhr des Servers stellen und kommen Sie wieder hierher; bis dahin geschieht nichts."
        }
        Key::ClockClosesOne => "Ein Verfahren endet von selbst.",
        Key::ClockClosesMany => "{} Verfahren enden von selbst.",
        Key::ClockErasesOne => "Eine Bewerbung ist nach dieser Uhr fällig und wird endgültig gelöscht.",
        Key::ClockErasesMany => "{} Bewerbungen sind nach dieser Uhr fällig und werden endgültig gelöscht.",
        Key::ClockKeptOne => {
            "Ein Beleg, Platz im Talentpool oder Nachweis einer Einwilligung ist nach dieser Uhr fällig und wird endgültig gelöscht."
        }
        Key::ClockKeptMany => {
            "{} Belege, Plätze im Talentpool und Nachweise sind nach dieser Uhr fällig und werden endgültig gelöscht."
        }
        Key::ClockNothingDue => "Nach dieser Uhr ist im Augenblick nichts fällig.",
        Key::ClockConfirmSend => "Ja, die Uhr geht richtig",
        Key::ClockLeave => "Noch nicht",
        Key::ClockFine => "Die Uhr ist glaubwürdig. Es gibt nichts zu bestätigen.",
        Key::DidConfirmClock => "hat die Uhr bestätigt",
        Key::DidStopClock => "hat angehalten, weil die Uhr verstellt wurde",
        // Settings of the desk
        Key::NavSettings => "Einstellungen",
        Key::NavGallery => "Galerie",
        Key::NavOutbox => "Postausgang",
        Key::OutboxLead => "Eine Demo verschickt keine E-Mails. Was sie verschickt hätte, steht hier, bis sie endet.",
        Key::OutboxTo => "an {}",
        Key::OutboxEmpty => "Noch keine E-Mail",
        Key::OutboxEmptyText => "Bewerben Sie sich auf eine Stelle, und die E-Mail, die das bestätigt, steht hier.",
        Key::NavBrand => "Erscheinungsbild",
        Key::SettingsText => {
            "Was in den Datenschutzhinweisen nur Sie wissen, und wie lange Bewerbungen aufbewahrt werden. Ihre Worte stehen in den \
             Hinweisen, wie sie sind, in welcher Sprache man sie auch liest."
        }
        Key::SettingsMissingTitle => "Noch lässt sich keine Stelle veröffentlichen",
        Key::SettingsMissingText => "Die Datenschutzhinweise müssen alles nennen, bevor sich jemand bewirbt. Noch leer: {}.",
        Key::SettingsController => "Verantwortliche Stelle",
        Key::SettingsControllerHint => {
            "Name und Anschrift des Arbeitgebers und wie man ihn erreicht; auch seine Vertretung, wenn er eine hat (Art. 13 Abs. 1 \
             Buchst. a DSGVO)."
        }
        Key::SettingsOfficerHint => {
            "Name, und wie man den Datenschutz erreicht. Steht auch auf jeder Eingangsbestätigung (Art. 13 Abs. 1 Buchst. b DSGVO)."
        }
        Key::SettingsAuthority => "Aufsichtsbehörde",
        Key::SettingsAuthorityHint => {
            "Bei wem man sich beschweren kann, in der Regel die Ihres Bundeslands (Art. 13 Abs. 2 Buchst. d DSGVO)."
        }
        Key::SettingsRecipients => "Empfänger",
        Key::SettingsRecipientsHint => {
            "Wer außerhalb des Arbeitgebers Daten erhält, oder dass es niemand ist (Art. 13 Abs. 1 Buchst. e DSGVO)."
        }
        Key::SettingsCountries => "Länder außerhalb der EU",
        Key::SettingsCountriesHint => {
            "Wohin Daten gehen und mit welchen Garantien, oder dass sie in keines gehen (Art. 13 Abs. 1 Buchst. f DSGVO)."
        }
        Key::SettingsRegion => "Wo die Daten liegen",
        Key::SettingsRegionHint => {
            "Der Ort der Server, und wer sie betreibt. Wer das für Sie tut, ist auch Empfänger (Art. 13 Abs. 1 Buchst. e DSGVO)."
        }
        Key::SettingsRetentionText => {
            "Das gilt für Stellen, die nach der Änderung veröffentlicht werden. Jede andere behält die Frist, mit der sie \
             veröffentlicht wurde."
        }
        Key::SettingsMonths => "Monate",
        Key::SettingsMonthsHint => {
            "1 bis 60. Die Datenschutzhinweise nennen diese Zahl, jede Stelle ihren Tag (Art. 13 Abs. 2 Buchst. a DSGVO)."
        }
        Key::SettingsPaperYears => "Belege: Kalenderjahre",
        Key::SettingsPaperYearsHint => {
            "6 bis 10, gezählt ab dem Ende des Jahres, in dem der Beleg entstand (§ 257 HGB, § 147 AO). Gilt für Belege, die von jetzt an aufgenommen werden."
        }
        Key::SettingsStart => "Gezählt ab",
        Key::SettingsStartProcedure => "Abschluss des Verfahrens, für alle darin gleich",
        Key::SettingsStartEarliest => "Zugang der eigenen Absage, wenn sie vor dem Abschluss kommt",
        Key::SettingsSave => "Einstellungen speichern",
        Key::BrandTitle => "Erscheinungsbild und Impressum",
        Key::BrandText => "Wie die Karriereseite aussieht und wer hinter ihr steht. Änderungen gelten sofort.",
        Key::BrandSee => "Karriereseite ansehen",
        Key::BrandName => "Name des Arbeitgebers",
        Key::BrandNameHint => "Steht oben auf jeder öffentlichen Seite und in jeder Ausschreibung.",
        Key::BrandAccent => "Akzentfarbe",
        Key::BrandAccentNone => "Die von Ablauf",
        Key::BrandAccentOwn => "Eine eigene",
        Key::BrandAccentOwnLabel => "Eigene Farbe",
        Key::BrandAccentHint => {
            "Links, Knöpfe und Gewähltes nehmen sie an. Im Dunkeln tritt eine hellere im gleichen Farbton an ihre Stelle; \
             beide halten Text lesbar."
        }
        Key::BrandImprint => "Impressum",
        Key::BrandImprintHint => {
            "§ 5 DDG verlangt eines: Name, Anschrift, Vertretung, E-Mail, Register. Schreiben Sie es hier in Markdown, oder \
             nennen Sie nur die https-Adresse, unter der Ihres schon steht. Jede öffentliche Seite verweist darauf."
        }
        Key::BrandImprintMissing => "Die Karriereseite hat noch kein Impressum",
        Key::BrandImprintMissingText => "Wer im Netz etwas anbietet, muss sagen, wer er ist (§ 5 DDG).",
        Key::BrandSave => "Erscheinungsbild speichern",
        Key::LogoTitle => "Logo",
        Key::LogoText => {
            "Es ersetzt oben auf der Karriereseite den Namen und erscheint in der Vorschau, wenn jemand einen Link dorthin teilt."
        }
        Key::LogoFile => "Bild",
        Key::LogoFileHint => {
            "PNG, JPEG oder WebP, höchstens {} und {} Pixel auf jeder Seite. Im Dunkeln steht es auf heller Fläche."
        }
        Key::LogoHas => "{} mal {} Pixel, {}",
        Key::LogoHeavy => "Es wird bei jedem Besuch geladen. Unter {} bleibt eine Seite so leicht, wie sie sein soll.",
        Key::LogoNotAPicture => {
            "Wählen Sie ein PNG, JPEG oder WebP, das sich nicht bewegt. Diese Datei ist keines, wie auch immer ihr Name endet."
        }
        Key::LogoTooHeavy => "Die Datei ist zu groß: höchstens {}. Speichern Sie das Bild mit weniger Pixeln.",
        Key::LogoEmpty => "Die Datei ist leer. Wählen Sie eine, in der Ihr Logo steht.",
        Key::LogoMissing => "Wählen Sie die Datei mit Ihrem Logo",
        Key::LogoSave => "Dieses Logo verwenden",
        Key::LogoRemove => "Logo entfernen",
        Key::LogoRemoveOpen => "Logo entfernen …",
        Key::LogoRemoveText => "Von diesem Augenblick an steht wieder der Name an seiner Stelle. Das Bild wird nicht aufbewahrt.",
        Key::GalleryText => {
            "Jedes Stück, aus dem diese Seiten bestehen, so wie es wirklich ist. Diese Seite gibt es nur in der Vorführung."
        }
        Key::GalleryType => "Schrift",
        Key::GallerySpace => "Abstände",
        Key::GalleryColours => "Farben",
        Key::GalleryColoursText => {
            "Bei Tag und bei Nacht. Die Zahl ist der niedrigste Kontrast eines Textes in dieser Farbe zu dem, worauf er steht; \
             nötig sind 4,5 zu 1."
        }
        Key::GalleryColour => "Farbe",
        Key::GalleryMeaning => "Bedeutung",
        Key::GalleryContrast => "Kontrast bei Tag, bei Nacht",
        Key::GalleryGround => "worauf alles steht",
        Key::GalleryInk => "Text",
        Key::GalleryMuted => "die zweite Stimme",
        Key::GalleryEdge => "was trennt und rahmt",
        Key::GalleryAccent => "was man tun kann, und wie weit eine Bewerbung ist",
        Key::GalleryOnAccent => "Text auf dem, womit man handelt",
        Key::GalleryEmber => "ein Datum, das näher rückt",
        Key::GalleryAlarm => "überfällig, falsch, nicht rückgängig zu machen",
        Key::GalleryGood => "eingestellt, erledigt",
        Key::GalleryBlock => "aufgehoben, eingeschränkt, für das Lesen gesperrt",
        Key::GalleryButtons => "Knöpfe",
        Key::GalleryPrimary => "Der gemeinte",
        Key::GalleryPlain => "Ein anderer",
        Key::GalleryDanger => "Nicht rückgängig zu machen",
        Key::GalleryQuiet => "Neben anderen",
        Key::GalleryOff => "Jetzt nicht",
        Key::GalleryForm => "Formulare",
        Key::GalleryHint => "Was beim Ausfüllen hilft, steht darüber.",
        Key::GalleryWrong => "Mit allen Fehlern zeigen",
        Key::GalleryBadges => "Zustände",
        Key::GalleryDates => "Daten, die laufen",
        Key::GalleryMessages => "Meldungen",
        Key::GalleryMessage => "Was es für die bedeutet, die es lesen, in ein, zwei Sätzen.",
        Key::GalleryAsk => "Dialog und Bestätigung",
        Key::GalleryAskText => {
            "Vor einer Handlung, die andere sofort spüren, wird gefragt; was getan wurde, sagt die folgende Seite."
        }
        Key::GalleryAskOpen => "Etwas tun …",
        Key::GalleryAskAct => "Tun",
        Key::GalleryFold => "Klappen und Schritte",
        Key::GalleryFoldTitle => "Was nicht alle brauchen",
        Key::GalleryProgress => "Fortschritt",
        Key::GalleryLists => "Listen",
        Key::GalleryEmpty => "Hier ist nichts",
        // End of desk
    }
}
