//! Who applied as office manager in Rotterdam.

use super::{Format, Group, Headings, Language, Outcome, Person, Stage};

pub(super) const GROUP: Group =
    Group { posting: "officemanager-rotterdam", language: Language::Nl, headings: Headings::of(Language::Nl), people: PEOPLE };

const PEOPLE: &[Person] = &[
    Person {
        first_name: "Ilse",
        last_name: "van Rooijen",
        email: "ilse.vanrooijen@example.org",
        phone: "+31 6 00 00 21 74",
        town: "Rotterdam",
        headline: "Officemanager",
        summary: "Ik breng orde zonder dat iemand zich opgejaagd voelt. Veertien jaar kantoor, waarvan zes met \
                  personeelsdossiers.",
        jobs: &[
            "2018 – heden | Officemanager | Architecten aan de Leuvehaven, Rotterdam | Kantoor met dertig mensen, \
             verhuizing in één weekend | Verzuim en verlof in AFAS | Bewaartermijnen van dossiers op orde gebracht",
            "2012 – 2018 | Directiesecretaresse | Havenlab, Rotterdam",
            "2010 – 2012 | Secretaresse | Notariskantoor, Capelle aan den IJssel",
            "2008 – 2010 | Stages | Gemeente Rotterdam en een uitgeverij in Breda",
        ],
        education: &[
            "2006 – 2010 | Hbo Management Assistant | Hogeschool Rotterdam",
            "2021 | Cursus AVG in de praktijk | Utrecht",
        ],
        skills: &["Kantoor: inkoop, verhuur, verzekeringen, AFAS", "Personeel: indiensttreding, verzuim, Poortwachter, AVG"],
        languages: &["Nederlands: moedertaal", "Engels: zeer goed (C1)", "Duits: goed (B1)"],
        message: "Beste Annelies, een stapel die van niemand is, dat is mijn lievelingssoort. Bij de architecten heb ik dossiers \
                  uit 1998 gevonden en een bewaarbeleid gemaakt dat iedereen begrijpt. Duits spreek ik beter dan ik \
                  durf toe te geven.",
        format: Format::Pdf,
        days_ago: 64,
        stage: Stage::Offer,
        decision: None,
        released: true,
        notes: &[
            "Arbeidsvoorwaarden besproken: 28 uur, 2.750 euro. Antwoord verwacht maandag.",
            "Twee referenties gebeld, met haar toestemming; beide zeer positief.",
        ],
        comments: &["Bij de rondleiding vond ze in vijf minuten drie dingen die stuk waren. Fijn."],
    },
    Person {
        first_name: "Denise",
        last_name: "Martina",
        email: "denise.martina@example.com",
        phone: "+31 6 00 00 21 81",
        town: "Vlaardingen",
        headline: "Personeelsadministrateur",
        summary: "Salaris, verzuim en contracten voor 400 mensen. Ik zoek een kleiner bedrijf, waar namen gezichten zijn.",
        jobs: &[
            "2016 – heden | Personeelsadministrateur | Schoonmaakgroep Rijnmond, Vlaardingen | 400 medewerkers, \
             11 nationaliteiten | Inlezen van uren geautomatiseerd",
            "2013 – 2016 | Salarisadministrateur | Administratiekantoor Willemstad, Curaçao",
            "2011 – 2013 | Assistent-accountant | Administratiekantoor Willemstad, Curaçao",
        ],
        education: &["2017 | Praktijkdiploma Loonadministratie (PDL) | Rotterdam", "2007 – 2011 | Hbo Accountancy | Willemstad"],
        skills: &["Personeel: contracten, loon, verzuim, cao", "Software: Nmbrs, AFAS, Excel"],
        languages: &["Papiaments: moedertaal", "Nederlands: moedertaal", "Engels: zeer goed", "Spaans: goed"],
        message: "Geachte mevrouw Verbrugge, van vierhonderd mensen ken ik het personeelsnummer en van dertig het gezicht; dat \
                  wil ik omdraaien. Het kantoordeel van de functie is nieuw voor mij, het personeelsdeel kan ik \
                  morgen overnemen. 24 uur per week past precies bij schooltijden.",
        format: Format::Pdf,
        days_ago: 57,
        stage: Stage::Interview,
        decision: None,
        released: true,
        notes: &["Houden we warm tot het antwoord op het eerste aanbod er is; dat weet ze."],
        comments: &["Personeelsdeel uitstekend, kantoor moet ze leren. Sterke tweede."],
    },
    Person {
        first_name: "Agnieszka",
        last_name: "Nowak-Visser",
        email: "agnieszka.nowakvisser@example.net",
        phone: "+31 6 00 00 21 88",
        town: "Den Haag",
        headline: "Managementassistent",
        summary: "Drie talen, twee agenda's, één hoofd koel. Gewend aan kantoren op meerdere plaatsen.",
        jobs: &[
            "2019 – heden | Managementassistent | Windpark Services, Den Haag | Twee directeuren, kantoren in Den \
             Haag en Hamburg | Reizen en bijeenkomsten voor 60 mensen",
            "2014 – 2019 | Officeassistent | Uitzendbureau Westduin, Den Haag",
            "2010 – 2014 | Receptioniste | Hotel Motława, Gdańsk",
        ],
        education: &["2005 – 2010 | MA Germanistiek | Gdańsk"],
        skills: &["Kantoor: agenda, reizen, facturen, evenementen", "Personeel: onboarding van uitzendkrachten"],
        languages: &["Pools: moedertaal", "Nederlands: zeer goed (C1)", "Duits: zeer goed (C1)", "Engels: goed"],
        message: "Beste Annelies, een kantoor in Nederland en een in Duitsland: dat is mijn dagelijks werk. Ik heb Duits \
                  gestudeerd en weet inmiddels ook wat Duitsers met 'halb neun' bedoelen. De twee dagen per jaar \
                  waarop iedereen elkaar ziet, organiseer ik met plezier.",
        format: Format::Docx,
        days_ago: 43,
        stage: Stage::Review,
        decision: None,
        released: true,
        notes: &["Duits op niveau, handig voor het contact met Leipzig."],
        comments: &[],
    },
    Person {
        first_name: "Thijs",
        last_name: "Bakhuis",
        email: "thijs.bakhuis@example.org",
        phone: "+31 6 00 00 21 95",
        town: "Gouda",
        headline: "Facilitair medewerker",
        summary: "Van conciërge tot facilitair coördinator: ik zorg dat het licht brandt en de koffie warm is.",
        jobs: &[
            "2020 – heden | Facilitair coördinator | Museum aan de Markt, Gouda | Gebouwbeheer, leveranciers, BHV",
            "2015 – 2020 | Conciërge | Basisschool, Gouda",
            "2013 – 2015 | Stage en vakantiewerk | Gemeentelijke sporthallen, Gouda | Zaalverhuur en klein onderhoud",
        ],
        education: &["2012 – 2015 | Mbo-4 Facilitair leidinggevende | Gouda"],
        skills: &["Gebouw: onderhoud, leveranciers, BHV", "Kantoor: inkoop, facturen"],
        languages: &["Nederlands: moedertaal", "Engels: goed"],
        message: "Hoi Annelies, gebouwen kan ik, mensen ook, en papier wil ik leren. Jullie kantoor in die oude loods heb ik \
                  op de open dag gezien en ik had meteen ideeën voor de akoestiek. 28 uur zou voor mij perfect zijn.",
        format: Format::Pdf,
        days_ago: 51,
        stage: Stage::Review,
        decision: Some((Outcome::Withdrawn, 33, "Kan bij het museum meer uren krijgen.")),
        released: false,
        notes: &[],
        comments: &[],
    },
    Person {
        first_name: "Hüseyin",
        last_name: "Aydın",
        email: "huseyin.aydin@example.com",
        phone: "+31 6 00 00 22 03",
        town: "Rotterdam",
        headline: "Boekhouder en kantoormanager",
        summary: "Boekhouder met kantoor aan de zijlijn, of andersom. Nauwkeurig, geduldig, voltijds beschikbaar.",
        jobs: &[
            "2013 – heden | Boekhouder | Groothandel Afrikaanderplein, Rotterdam | Administratie tot en met \
             jaarrekening | Kantoor voor twaalf mensen erbij gedaan",
            "2009 – 2013 | Assistent-boekhouder | Administratiekantoor Feijenoord, Rotterdam",
            "2007 – 2009 | Bijbaan administratie | Bakkerij Bloemhof, Rotterdam | Kas en bestellingen",
        ],
        education: &["2005 – 2009 | Hbo Bedrijfseconomie | Hogeschool Rotterdam"],
        skills: &["Financieel: Exact, btw, jaarrekening", "Kantoor: inkoop, contracten"],
        languages: &["Nederlands: moedertaal", "Turks: moedertaal", "Engels: goed"],
        message: "Geachte mevrouw Verbrugge, facturen klaarzetten kan ik met mijn ogen dicht, en een kantoor voor twaalf mensen \
                  doe ik al dertien jaar naast de boekhouding. Ik zoek wel een voltijdbaan en hoop dat daar ruimte voor is. \
                  Anders hoor ik het ook graag.",
        format: Format::Odt,
        days_ago: 38,
        stage: Stage::Interview,
        decision: Some((Outcome::Rejected, 16, "Functie blijft 24 tot 28 uur; voltijd was voor hem voorwaarde.")),
        released: true,
        notes: &["Netjes afgesloten; wil graag horen als er een voltijdfunctie in de administratie komt."],
        comments: &["Prettig gesprek. Met meer uren had ik hem graag gehad."],
    },
];
