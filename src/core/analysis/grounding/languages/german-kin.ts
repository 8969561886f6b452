/**
 * Words of German that a retelling puts for one another, a group between semicolons, from general vocabulary and from no post: money,
 * law, offices, housing, health, school, work, war, sport, verbs of common reports. Forms stand beside each other where the stems differ.
 */
export const germanKin = `
kaufen gekauft erwerben erworben übernehmen übernahm übernommen kauf erwerb kaufte; verkaufen verkauft verkauf verkaufte weggegangen veräußert; zahlen zahlt bezahlen kosten kostet miete;
bekommen bekommt erhalten erhält kriegen kriegt; geben gibt gab; schließen geschlossen schließung zu dicht schließt; öffnen geöffnet öffnung; beginnen begann start anfang ab; enden ende beendet;
steigen gestiegen stieg anstieg erhöht zugenommen zunehmen gewachsen; sinken gesunken sank rückgang zurückgegangen gefallen verringert; wohnen lebt leben wohnt; haus gebäude wohnung heim unterkunft;
bürger bewohner einwohner menschen personen leute bürgerinnen; anwohner nachbarn anwohnerin; stadt gemeinde kommune ort dorf; kreis landkreis; firma unternehmen konzern betrieb betreiber;
chef leiter leiterin vorsitzender vorsitzende vorstand; mitarbeiter beschäftigte angestellte personal arbeiter; arbeiten gearbeitet tätig beschäftigt angestellt; stelle stellen arbeitsplatz job;
lohn gehalt verdienst einkommen; geld summe betrag mittel; preis kosten gebühr; gewinn überschuss profit erzielt; verlust verloren verlieren; zuschuss förderung unterstützung;
arzt ärztin mediziner doktor; krankenhaus klinik hospital spital; patient patienten kranke; schwanger schwangere mütter; kind kinder; mutter mütter; vater väter; ehemann mann gatte; ehefrau frau; lehrer lehrerin; schüler schülerin;
gericht richter urteil entschieden entscheidung verfahren; klage klagen verklagt geklagt verklagen; anzeige angezeigt anzeigen zeigte; polizei polizist beamte einsatz einsätze; staatsanwaltschaft ermittlung ermittlungen untersuchung untersucht prüfung geprüft prüfen;
beweis beleg nachweis; vertrag vereinbarung abkommen; genehmigen genehmigt genehmigung erlaubnis erlaubt grünes bewilligt; verbieten verboten verbot; ablehnen abgelehnt lehnte lehnt ablehnung gegen dagegen; zustimmen zugestimmt zustimmung befürworten unterstützen unterstützt;
bestreiten bestreitet bestritt abstreiten abstreitet zweifelt anzweifeln bezweifelt leugnet; beschließen beschlossen beschluss entschieden gestimmt; stimmen stimme stimmten abstimmung votum; wahl gewählt wählen; petition unterschriften unterschrieben unterzeichnet unterschrift;
demonstration demo protest kundgebung; versammlung sitzung treffen veranstaltung; bürgermeister bürgermeisterin; minister ministerin ministerium; rat stadtrat gemeinderat kreistag; partei fraktion;
sehen gesehen gesichtet sah entdeckt gefunden; finden gefunden fand entdeckt entdecken; hören hört gehört; sagen sagt sagte gesagt erklärt angab; erfahren erfuhr gehört; wissen wusste gewusst bekannt; glauben glaubt; versprechen versprochen versprach zugesagt zusage;
fahren fährt zurücklegen bringen bringt fuhr; kommen kam gekommen teilnehmen; gehen ging; bleiben blieb geblieben; fehlen fehlt fehlten mangel; suchen sucht gesucht; brauchen benötigt; bauen gebaut errichten errichtet bau entstehen; abbauen abgebaut abbau rückbau; planen geplant vorhaben plan pläne;
windrad windräder anlage anlagen räder rad windkraftanlagen; strom elektrizität energie; haushalt haushalte; heizung wärme; wasser; auto wagen fahrzeug; straße weg schulweg; schule unterricht; bad freibad schwimmbad becken; verein club initiative;
flüchtling flüchtlinge geflüchtete asylbewerber; spenden spende; hilfe helfen geholfen; freiwillige ehrenamtliche; eigentümer besitzer inhaber; verlangen verlangt gefordert forderung; schätzung schätzen geschätzt; wert wertverlust;
sterben gestorben tot tote tod starb; verletzt verletzte; krieg kämpfe; soldat soldaten truppen armee; angriff angegriffen; brand feuer; unfall; schlaf schlaflos schlaflose schlaflosigkeit; kündigung gekündigt kündigen entlassen fristlos frist;
brief schreiben schrieb; zeitung blatt; bild foto aufnahmen; flugblatt; liste; ergebnis; zahl anzahl; früher ehemalig ehemaligen vormals; künftig zukünftig demnächst; monatlich monat; jährlich jahr; täglich tag; etwa rund ungefähr circa; höchstens maximal bis; bisher bislang noch;
veröffentlichen veröffentlicht offengelegt unveröffentlicht publik; einlass draußen reinkommen; bestehend bestehenden vorhandenen vorhanden; verschickt versandt geschickt; verursacht schuld ursache; erlaubt; angekündigt ankündigung ankündigte
`;
