import { format, type Locale } from "date-fns";
import { useEffect, useState } from "react";
import { DayPicker } from "react-day-picker";

const locales: Record<string, () => Promise<Locale>> = {
  ar: () => import("date-fns/locale/ar").then((module) => module.ar),
  de: () => import("date-fns/locale/de").then((module) => module.de),
  es: () => import("date-fns/locale/es").then((module) => module.es),
  fr: () => import("date-fns/locale/fr").then((module) => module.fr),
  hi: () => import("date-fns/locale/hi").then((module) => module.hi),
  it: () => import("date-fns/locale/it").then((module) => module.it),
  ja: () => import("date-fns/locale/ja").then((module) => module.ja),
  ko: () => import("date-fns/locale/ko").then((module) => module.ko),
  pl: () => import("date-fns/locale/pl").then((module) => module.pl),
  pt: () => import("date-fns/locale/pt").then((module) => module.pt),
  ru: () => import("date-fns/locale/ru").then((module) => module.ru),
  tr: () => import("date-fns/locale/tr").then((module) => module.tr),
};

export default function Calendar() {
  const [day, setDay] = useState<Date>();
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    void locales[navigator.language.slice(0, 2)]?.().then(setLocale);
  }, []);
  return (
    <>
      <DayPicker mode="single" selected={day} onSelect={setDay} />
      {day && format(day, "PPPP", { locale })}
    </>
  );
}
