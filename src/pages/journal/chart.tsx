import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from "chart.js";
import { useEffect, useRef } from "preact/hooks";
import { formatNumber } from "../../i18n/format.ts";
import { t } from "../../i18n/pages.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import type { ChartData } from "./statistics.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

const DARK = "(prefers-color-scheme: dark)";

/** Shades of one hue, far apart in lightness: no party's colours, and readable without any sense of colour. */
const SHADES = {
  light: ["#574a82", "#a597cf", "#2b2444", "#cfc6ea", "#7d6fae", "#e3ddf4", "#8f8b9c"],
  dark: ["#c6b9f0", "#6f619e", "#efeafc", "#4a4070", "#a294d4", "#857aab", "#8f8b9c"],
} as const;

/** Stacked bars on a canvas, with the same numbers as a table behind for who cannot see them. */
export function Plot({
  title,
  sums,
  label,
  name,
  longName = name,
}: {
  title: string;
  sums: ChartData;
  /** Words for a label and for a series. */
  label: (key: string) => string;
  name: (key: string) => string;
  /** Words for a series in the table, where there is more room. */
  longName?: (key: string) => string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const scheme = matchMedia(DARK);
    let chart: Chart | undefined;
    const draw = () => {
      chart?.destroy();
      chart = canvas.current ? bars(canvas.current, sums, label, name, scheme.matches) : undefined;
    };
    draw();
    scheme.addEventListener("change", draw);
    return () => {
      scheme.removeEventListener("change", draw);
      chart?.destroy();
    };
  });
  const single = sums.series.length === 1 && sums.series[0]!.key === "";
  return (
    <section class="card">
      <h3>{title}</h3>
      <div class="plot">
        <canvas ref={canvas} role="img" aria-label={title} />
      </div>
      <details>
        <summary>
          {t("book.overview.table")}
          <span class="visually-hidden">: {title}</span>
        </summary>
        <ScrollRegion label={title}>
          <table>
            <thead>
              <tr>
                <td />
                {sums.series.map(({ key }) => (
                  <th key={key} scope="col">
                    {single ? t("book.overview.count") : longName(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sums.labels.map((key, at) => (
                <tr key={key}>
                  <th scope="row">{label(key)}</th>
                  {sums.series.map((series) => (
                    <td key={series.key}>{formatNumber(series.values[at]!)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </section>
  );
}

function bars(
  canvas: HTMLCanvasElement,
  sums: ChartData,
  label: (key: string) => string,
  name: (key: string) => string,
  dark: boolean,
): Chart {
  const style = getComputedStyle(canvas);
  /* A canvas wants plain colours: of each pair the browser tells which one holds. */
  const colour = (token: string): string => {
    canvas.style.color = `var(--${token})`;
    const now = style.color;
    canvas.style.color = "";
    return now;
  };
  const [ink, line, ground] = [colour("ink-soft"), colour("line"), colour("ground")];
  const shades = SHADES[dark ? "dark" : "light"];
  const font = { family: style.fontFamily, size: 13 };
  return new Chart(canvas, {
    type: "bar",
    data: {
      labels: sums.labels.map(label),
      datasets: sums.series.map(({ key, values }, at) => ({
        label: name(key),
        data: values,
        backgroundColor: shades[at % shades.length]!,
        borderColor: ground,
        borderWidth: 1,
        maxBarThickness: 48,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      font,
      color: ink,
      plugins: {
        legend: { display: sums.series.length > 1, position: "bottom", labels: { color: ink, font } },
      },
      scales: {
        x: { stacked: true, ticks: { color: ink, font }, grid: { display: false } },
        y: {
          stacked: true,
          beginAtZero: true,
          ticks: { color: ink, font, precision: 0 },
          grid: { color: line },
        },
      },
    },
  });
}
