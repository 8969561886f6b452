import type { CueWords } from './cues.ts';

/** Dutch: subject words count in all their forms. */
export const dutchCues: CueWords = {
  numberWord:
    'twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig helft derde kwart dozijn dubbel dubbele',
  magnitude: 'honderd honderden duizend duizenden miljoen miljoenen miljard miljarden',
  percentWord: 'procent percentage aandeel',
  currency: 'euro euros dollar dollars cent eur',
  firstPerson: 'ik mij me mijn mezelf',
  firstPlural: 'wij we ons onze',
  secondPerson: 'je jij jou jouw jullie u uw mensen_die',
  thirdPerson: 'hij zij ze hem haar hun hen zijn',
  demonstrative: 'dit dat deze die daar hier het',
  question: 'wie wat wanneer waar waarom hoe welke welk',
  wish: 'wil willen hoop hopen wens wensen graag proberen zou_willen',
  obligation: 'moet moeten mag mogen zou_moeten hoeft hoeven laten laat nodig',
  future: 'zal zullen gaat gaan ga morgen binnenkort straks wordt',
  conditional: 'als indien zou zouden of stel',
  possibility: 'misschien mogelijk waarschijnlijk kan kunnen wellicht kon',
  opinion:
    'denk vind geloof mening eerlijk duidelijk natuurlijk echt zeker blijkbaar lijkt gewoon eigenlijk helaas heel erg toch wel',
  greeting:
    'dank dankjewel bedankt hallo hoi welkom ja nee ok oke goedemorgen sorry gefeliciteerd succes sterkte',
  imperative: 'kijk luister wacht deel lees kom volg blijf stop doe ga check',
  negation: 'niet geen nooit niets niemand noch',
  quantifier:
    'alle elke elk ieder iedere meeste veel weinig enkele verschillende meerderheid bijna ongeveer minstens slechts per ruim beide allemaal',
  superlative: 'meeste beste slechtste grootste hoogste laagste oudste ooit eerste record',
  comparative: 'meer minder hoger lager groter kleiner beter slechter dan sneller ouder jonger',
  pastTime:
    'gisteren sinds jaar jaren maand maanden week weken vorig vorige geleden eerder voormalig voormalige vroeger afgelopen',
  presentTime: 'nu vandaag momenteel al nog inmiddels',
  pastAuxiliary: 'was waren had hadden werd werden gaf kwam ging liet steeg daalde nam geweest geworden',
  perfect: 'heeft hebben heb',
  existence: 'is zijn er_is er_zijn bestaat bevat',
  source:
    'volgens onderzoek studie peiling rapport statistieken cijfers gegevens bewijs video foto document rivm cbs via breaking',
  cause:
    'oorzaak veroorzaken veroorzaakt leiden leidt door omdat daardoor waardoor voorkomen beschermen beschermt helpt helpen schaden gevolg reden verantwoordelijk',
  change:
    'stijgen gestegen stijgt dalen gedaald daalt toenemen verhogen verhoogd verlagen verlaagd groeien gegroeid verliezen verloren verdubbeld afschaffen stijging daling toename',
  report:
    'zeggen zegt zei beweren beweert verklaren melden meldt gemeld aankondigen waarschuwen waarschuwt bevestigen bevestigd toegeven ontkennen beloven stelt',
  record:
    'stemmen gestemd steunen verwerpen verworpen besluiten besloten ondertekenen getekend kiezen gekozen benoemd goedgekeurd aangenomen',
  money:
    'belasting belastingen begroting schuld kosten prijs prijzen betalen betaalt loon salaris inkomen geld economie handel bank winst inflatie pensioen subsidie',
  law: 'wet wetten rechtbank rechter grondwet illegaal verbod verboden verdrag akkoord sancties regel maatregel maatregelen boete',
  crime:
    'doden gedood moord crimineel misdaad geweld politie terreur terrorist wapen wapens fraude aanval gearresteerd gevangenis corruptie verkrachting diefstal',
  health:
    'gezondheid ziekenhuis ziekenhuizen vaccin vaccinatie gevaccineerd virus ziekte kanker arts artsen patient patienten dood overleden sterven besmet besmetting besmettingen corona coronavirus covid pandemie medicijn ic griep mondkapjes',
  war: 'oorlog leger soldaat soldaten raket navo vijand bom bezet troepen inval oekraine rusland',
  work: 'werk werkloos werkloosheid baan banen bedrijf bedrijven industrie fabriek vakbond werknemers zzp',
  government:
    'regering president kabinet minister ministerie partij verkiezingen overheid land staat parlement kamer gemeente burgemeester eu rutte',
  people:
    'mensen man vrouw vrouwen kind kinderen gezin vluchtelingen migranten burgers bevolking studenten nederlanders ouderen moslims joden',
  measure: 'gemiddelde aantal totaal hoeveelheid niveau ton kilometer graden leeftijd omvang meter',
  praise: 'groot goed geweldig fantastisch mooi belangrijk trots prachtig leuk fijn top',
  blame: 'slecht verschrikkelijk ramp schande belachelijk fout dom triest leugen zwak gek gestoord',
  feeling: 'liefde haten bang zorgen blij gelukkig vriend vrienden geloven hart droom genieten',
};
