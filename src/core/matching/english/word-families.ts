const FAMILIES = `
able ability; absent absence; accept acceptance; accuse accusation accuser; admit admission;
advise advice adviser advisor; agree agreement; allege allegation allegedly; ally allied alliance allies;
analyse analysis analyst analyze; apologise apology; appear appearance; argue argument; arrive arrival;
assist assistance; believe belief; behave behaviour behavior; bomb bombardment bomber; brutal brutality;
choose choice; cite citation; collide collision; command commander; compare comparison comparative;
conclude conclusion; confess confession; conquer conquest conqueror; conspire conspiracy conspirator;
convict conviction; crime criminal; criticise critic criticism critical; cruel cruelty; damage damaging;
dead death die deadly; decide decision; defend defence defense defender; democracy democratic democrat;
deny denial; depart departure; destroy destruction destructive; die death; diplomat diplomacy diplomatic;
disappear disappearance; divide division; economy economic economist; elect election electoral;
emit emission; employ employment employer employee; enter entry entrance; erupt eruption; evade evasion;
evident evidence; exclude exclusion; exist existence; expand expansion; expel expulsion;
explain explanation; explode explosion explosive; export exporter; extreme extremist extremism;
fail failure; false falsehood falsify; fight fighter fighting; finance financial; fly flight;
fraud fraudulent; free freedom; fund funding; govern government governor; grow growth; guilty guilt;
harass harassment; hate hatred; heal health healthy; hypocrisy hypocrite hypocritical;
ideology ideological ideologically; illegal illegality; immigrate immigrant immigration; include inclusion;
industry industrial; infect infection infectious; influence influential; inject injection;
inspect inspection inspector; intervene intervention; invade invasion invader; invest investment investor;
journal journalist journalism; judge judgment judgement; just justice; kill killer killing; know knowledge;
law lawful lawyer legal; lead leader leadership; lose loss; loyal loyalty loyalist; marry marriage;
massacre massacred; medicine medical; military militarily militarised; militia militiaman militiamen;
minister ministry ministerial; mock mockery; move movement; murder murderer; nation national;
occupy occupation occupier; offend offence offense offensive; oppose opposition opponent;
pay payment payroll; perceive perception; persecute persecution; person personal; poison poisonous;
politics political politician; popular popularity; poor poverty; practice practical practically;
pray prayer; proceed procedure; produce product production; prosecute prosecution prosecutor;
protect protection; protest protester protestor; prove proof; public publicly; punish punishment;
rebel rebellion rebellious; receive receipt reception; recruit recruitment; refuse refusal;
regulate regulation; religion religious; remove removal; repress repression; resign resignation;
resist resistance; respond response; reveal revelation; revolt revolution revolutionary;
rhetoric rhetorical; rob robbery robber; rule ruler; safe safety; science scientist scientific;
secret secretly secrecy; sect sectarian sectarianism; secure security; sell sale seller;
separate separation separatist; serve service; silent silence silently; speak speech speaker;
strong strength strengthen; succeed success successful; suppress suppression; survive survival survivor;
suspect suspicion suspicious; terror terrorist terrorism; threat threaten; torture torturer;
train trainer training; transmit transmission; treat treatment; true truth; vaccine vaccinate vaccination;
violent violence; weak weakness weaken; weapon weaponry; west western westerner; win winner
`;

/** English words of one family that the stemmer leaves apart: invade and invasion, silent and silence. Normalised words. */
export const wordFamilies: readonly (readonly string[])[] = FAMILIES.split(';').map((family) =>
  family.trim().split(/\s+/),
);
