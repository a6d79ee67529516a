/** Language of a file. */
export type FileLanguage = 'KA' | 'EN' | 'RU';

const KA = {
  register: 'ძირითადი საშუალებების რეესტრი',
  movements: 'ძირითადი საშუალებების მოძრაობა',
  total: 'სულ',
  number: 'ნომერი',
  name: 'დასახელება',
  class: 'კლასი',
  acquiredOn: 'შეძენის თარიღი',
  inUseOn: 'ექსპლუატაციაში გაშვება',
  usefulLife: 'სასარგებლო მომსახურების ვადა, თვე',
  cost: 'თვითღირებულება, ₾',
  accumulated: 'დაგროვილი ცვეთა, ₾',
  carrying: 'საბალანსო ღირებულება, ₾',
  openingCost: 'საწყისი თვითღირებულება, ₾',
  additions: 'შემოსვლა, ₾',
  transfersCost: 'გადატანა, ₾',
  disposalsCost: 'გასვლა, ₾',
  closingCost: 'საბოლოო თვითღირებულება, ₾',
  openingAccumulated: 'საწყისი ცვეთა, ₾',
  charge: 'დარიცხული ცვეთა, ₾',
  takenOver: 'მიღებული ცვეთა, ₾',
  transfersAccumulated: 'გადატანილი ცვეთა, ₾',
  disposalsAccumulated: 'გასვლის ცვეთა, ₾',
  closingAccumulated: 'საბოლოო ცვეთა, ₾',
  openingCarrying: 'საწყისი საბალანსო ღირებულება, ₾',
  closingCarrying: 'საბოლოო საბალანსო ღირებულება, ₾',
};

export type Words = typeof KA;

const EN: Words = {
  register: 'Fixed asset register',
  movements: 'Movements of fixed assets',
  total: 'Total',
  number: 'Number',
  name: 'Name',
  class: 'Class',
  acquiredOn: 'Acquired on',
  inUseOn: 'In use since',
  usefulLife: 'Useful life, months',
  cost: 'Cost, ₾',
  accumulated: 'Accumulated depreciation, ₾',
  carrying: 'Carrying amount, ₾',
  openingCost: 'Opening cost, ₾',
  additions: 'Additions, ₾',
  transfersCost: 'Transfers, ₾',
  disposalsCost: 'Disposals, ₾',
  closingCost: 'Closing cost, ₾',
  openingAccumulated: 'Opening depreciation, ₾',
  charge: 'Depreciation of the period, ₾',
  takenOver: 'Depreciation taken over, ₾',
  transfersAccumulated: 'Depreciation of transfers, ₾',
  disposalsAccumulated: 'Depreciation of disposals, ₾',
  closingAccumulated: 'Closing depreciation, ₾',
  openingCarrying: 'Opening carrying amount, ₾',
  closingCarrying: 'Closing carrying amount, ₾',
};

const RU: Words = {
  register: 'Реестр основных средств',
  movements: 'Движение основных средств',
  total: 'Итого',
  number: 'Номер',
  name: 'Наименование',
  class: 'Класс',
  acquiredOn: 'Дата приобретения',
  inUseOn: 'Введено в эксплуатацию',
  usefulLife: 'Срок полезного использования, мес.',
  cost: 'Первоначальная стоимость, ₾',
  accumulated: 'Накопленная амортизация, ₾',
  carrying: 'Балансовая стоимость, ₾',
  openingCost: 'Стоимость на начало, ₾',
  additions: 'Поступление, ₾',
  transfersCost: 'Перемещение, ₾',
  disposalsCost: 'Выбытие, ₾',
  closingCost: 'Стоимость на конец, ₾',
  openingAccumulated: 'Амортизация на начало, ₾',
  charge: 'Амортизация за период, ₾',
  takenOver: 'Принятая амортизация, ₾',
  transfersAccumulated: 'Амортизация перемещённых, ₾',
  disposalsAccumulated: 'Амортизация выбывших, ₾',
  closingAccumulated: 'Амортизация на конец, ₾',
  openingCarrying: 'Балансовая стоимость на начало, ₾',
  closingCarrying: 'Балансовая стоимость на конец, ₾',
};

const ALL: Readonly<Record<FileLanguage, Words>> = { KA, EN, RU };

export function wordsOf(language: FileLanguage): Words {
  return ALL[language];
}
