/**
 * Words of Spanish that a retelling puts for one another, a group between semicolons, from general vocabulary and from no post: money,
 * law, offices, housing, health, school, work, war, sport, verbs of common reports. Forms stand beside each other where the stems differ.
 */
export const spanishKin = `
comprar compra adquirir; vender vende venta vendió; pagar paga pagó cuesta costar vale; cobrar cobra cobró ganar gana recibir recibió percibir ganan cobran; dar dado da; precio coste importe tarifa; dinero fondos suma; impuesto tasa tributo iva;
subir sube subió subida aumentar aumento incremento encarecer encarecido alza; bajar bajó bajada reducir reducción descenso disminuir reducido; cerrar cierre cerrado; abrir apertura abierto; empezar comenzar inicio; terminar fin acabar; cortar corte cortado;
casa vivienda piso hogar; vecino vecinos habitante residente; ciudad pueblo municipio localidad; calle plaza; alcalde alcaldesa alcaldía; concejal concejala; ministro ministerio gobierno; diputado parlamentario; ayuntamiento consistorio; consejero consejería;
empresa compañía firma sociedad distribuidora cadena cadenas; jefe director directora gerente dueño; empleado trabajador plantilla; trabajo empleo puesto; sueldo salario ingresos; despedir despido; agricultor agricultores productor productores campesino;
médico doctor doctora; hospital clínica; enfermo paciente; vacuna vacunación; niño niños hijo menor; padre padres madre; alumno estudiante; profesor maestro; escuela colegio instituto;
policía agente; detener detenido arresto; tribunal juez jueza juzgado; fiscal fiscalía; abogado; denuncia denunciar denunció querella; investigar investigación expediente investiga; prueba; condenar condena; absolver absolvió absolución absuelto libre; cárcel prisión; recurso recurrir apelar; sentencia fallo;
votar voto votación; elección elecciones comicios; manifestación protesta marcha; apoyar apoyo respaldar; oponer oposición rechazar rechazo rechazó; acusar acusación culpar culpó atribuir atribuye achacar achacó culpable; negar niega desmentir desmiente; 
decir dijo afirmar asegurar; pedir pidió exigir solicitar petición reclamar; responder respuesta contestar contestó contestado; escribir carta; prometer prometió promesa comprometió compromiso; autorizar autorizó permiso aprobar aprobar; prohibir prohibió; dimitir dimisión;
saber sé sabe sabía; quedar queda lleva llevarse; tomar tomó; ver vio visto; creer cree; mostrar; esperar espera resultado; consumir consume gasta gastar gasto consumo; perder perdió perdieron pierde; ahorros dinero; testigo testimonio declaración testimonios; cambiar cambió modificar modificó;
aceite oliva aceituna; agua; litro litros; botella garrafa envase; etiqueta etiquetado; cosecha; embalse pantano; familia familias hogares; muerto muertes murió fallecido; soldado ejército tropas; guerra conflicto; ataque atacar;
nuevo otro; antiguo anterior ex; muchos numerosos muchas; algunos varios algunas varias; cada diario diarios diarias; anual anuales año; mensual mes; aproximadamente unos cerca casi; posible puede podría quizá; duda dudar; explicación; periódico prensa medios; noticia información; retirar retiraron eliminar eliminaron quitar
`;
