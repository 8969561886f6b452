const ROWS = `
afghanistan afghan kabul
algeria algerian algiers
argentina argentinian
australia australian canberra aussie
austria austrian vienna
belarus belarusian minsk
belgium belgian brussels
brazil brazilian brasilia
britain british uk london england english
bulgaria bulgarian sofia
canada canadian ottawa
chile chilean santiago
china chinese beijing
colombia colombian bogota
congo congolese kinshasa
croatia croatian zagreb
cuba cuban havana
denmark danish copenhagen
egypt egyptian cairo
ethiopia ethiopian
europe european
finland finnish helsinki
france french paris
germany german berlin
greece greek athens
hungary hungarian budapest
india indian delhi
indonesia indonesian jakarta
iran iranian tehran persian
iraq iraqi baghdad
ireland irish dublin
israel israeli
italy italian rome
japan japanese tokyo
jordan jordanian amman
kenya kenyan nairobi
korea korean seoul pyongyang
kuwait kuwaiti
lebanon lebanese beirut
libya libyan tripoli
mexico mexican
morocco moroccan rabat
myanmar burma burmese
netherlands dutch hague
nigeria nigerian abuja
norway norwegian oslo
pakistan pakistani islamabad
palestine palestinian
peru peruvian lima
philippines filipino philippine manila
poland polish warsaw
portugal portuguese lisbon
qatar qatari doha
romania romanian bucharest
russia russian moscow kremlin
saudi riyadh
serbia serbian belgrade
somalia somali mogadishu
spain spanish madrid
sudan sudanese khartoum
sweden swedish stockholm
switzerland swiss
syria syrian damascus
taiwan taiwanese taipei
thailand thai bangkok
tunisia tunisian tunis
turkey turkish ankara
ukraine ukrainian kyiv kiev
usa american america washington
venezuela venezuelan caracas
vietnam vietnamese hanoi
yemen yemeni sanaa
`;

/**
 * Names by which one country is meant: its own, its people's, its capital or seat of government. Normalised words. A
 * capital stands for the country so often in the news ("London denied it") that readers use them alike.
 */
export const placeNames: readonly (readonly string[])[] = ROWS.trim()
  .split('\n')
  .map((row) => row.split(' '));
