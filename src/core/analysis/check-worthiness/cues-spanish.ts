import type { CueWords } from './cues.ts';

/** Spanish: subject words count in all their forms. */
export const spanishCues: CueWords = {
  numberWord:
    'dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta mitad tercio cuarto docena doble triple',
  magnitude: 'cien cientos mil miles millón millones',
  percentWord: 'porciento por_ciento porcentaje',
  currency: 'euro euros dólar dólares pesos céntimos libras eur',
  firstPerson: 'yo me mí mi mis',
  firstPlural: 'nosotros nosotras nos nuestro nuestra nuestros nuestras',
  secondPerson: 'tú te ti tu tus vosotros os vuestro vuestra usted ustedes',
  thirdPerson: 'él ella ellos ellas su sus le les se',
  demonstrative: 'esto este esta estos estas eso ese esa aquí aquello ahí',
  question: 'quién qué cuándo dónde cómo cuál cuáles cuánto',
  wish: 'quiero queremos quieren espero esperamos deseo deseamos ojalá intentar ganas',
  obligation:
    'debe deben debemos debería deberían hay_que tiene_que tienen_que tenemos_que necesitamos necesita necesitan',
  future: 'va_a van_a vamos_a voy_a será serán mañana pronto hará tendrá vamos seguiremos',
  conditional: 'si sería serían podría podrían habría habrían',
  possibility: 'quizá quizás tal_vez puede pueden podemos probablement probablemente',
  opinion:
    'creo pienso opino opinión parece honestamente evidentemente claramente realmente ciertamente muy verdad claro verdaderamente',
  greeting:
    'gracias hola buenos_días buenas_tardes bienvenido bienvenidos sí ok vale felicidades enhorabuena perdón saludos abrazo feliz honor',
  imperative:
    'mira mirad escucha escuchad espera comparte compartid lee leed ven sigue seguid vota votad entra síguenos directo perdáis',
  negation: 'no nunca jamás nada nadie ningún ninguna ninguno tampoco sin',
  quantifier:
    'todos todas todo cada mayoría muchos muchas pocos pocas varios algunos casi alrededor solo sólo menos_de más_de único ambos',
  superlative: 'mejor peor mayor menor primer primera récord máximo mínimo historia histórico',
  comparative: 'más menos mejor peor superior inferior que tanto',
  pastTime:
    'ayer desde hace año años mes meses semana semanas pasado pasada antes anterior década últimos último ex',
  presentTime: 'hoy ahora actualmente ya todavía aún',
  pastAuxiliary:
    'era eran fue fueron había habían estaba estaban tuvo hizo hicieron dijo dio sido hecho tenía pasó',
  perfect: 'ha han hemos he',
  existence: 'es son hay existe existen está están tiene tienen',
  source:
    'según estudio estudios encuesta informe informes estadísticas datos cifras pruebas prueba vídeo foto documento documentos cis ine',
  cause:
    'causa causar provocar provoca evitar impedir gracias debido porque motivo razón permite permitir proteger perjudicar responsable culpa consecuencia',
  change:
    'aumentar aumenta aumentado subir sube subido bajar baja bajado reducir reduce reducido crecer crece perder perdido duplicar eliminar recortar recortes incremento caída subida',
  report:
    'decir dice afirmar afirma declarar declara anunciar anuncia acusar revelar revela confirmar confirma advertir prometer negar admitir asegura denunciar',
  record:
    'votar votado apoyar apoyado firmar firmado aprobar aprobado rechazar rechazado elegir elegido nombrar votó aprobó',
  money:
    'impuesto impuestos presupuesto deuda déficit coste costes precio precios pagar paga salario sueldo renta dinero economía comercio banco beneficio inflación pensión pensiones subvención luz ayudas fondos',
  law: 'ley leyes tribunal juez justicia constitución constitucional ilegal prohibir prohibido tratado acuerdo sanción decreto supremo derecho condenado sentencia',
  crime:
    'matar asesinato asesinar crimen criminal violencia policía terrorismo terrorista arma armas fraude ataque detenido cárcel corrupción violación robo delito eta',
  health:
    'salud sanidad hospital vacuna vacunas vacunación vacunado virus enfermedad cáncer médico médicos paciente muerto muertos muerte morir contagio covid pandemia medicamento',
  war: 'guerra militar ejército soldado soldados misil otan enemigo bomba ocupado tropas invasión ucrania rusia',
  work: 'trabajo paro desempleo empleo empleos empresa empresas industria fábrica sindicato trabajador trabajadores empleado autónomos',
  government:
    'gobierno presidente senado ministro ministra ministerio partido elecciones estado país congreso parlamento alcalde comunidad pp psoe vox sánchez ayuso ue',
  people:
    'gente personas hombre hombres mujer mujeres niños familia familias refugiados inmigrantes inmigración ciudadanos población estudiantes españoles jóvenes menores',
  measure: 'tasa media promedio número total cantidad nivel toneladas kilómetros grados edad índice pib',
  praise:
    'gran grande bueno buena excelente magnífico formidable bonito importante orgulloso orgullo maravilloso',
  blame: 'malo mala terrible desastre vergüenza ridículo falso estúpido triste mentira débil loco nefasto',
  feeling: 'amor amar odio odiar miedo feliz contento amigo amigos corazón sueño ilusión alegría alegro',
};
