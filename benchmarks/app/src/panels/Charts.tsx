import { Area, AreaChart, Bar, BarChart, CartesianGrid, Legend, Pie, PieChart, Tooltip, XAxis, YAxis } from "recharts";

const perDay = ["Mon", "Tue", "Wed", "Thu", "Fri"].map((day, index) => ({ day, messages: index * 7, people: index + 3 }));

export default function Charts() {
  return (
    <>
      <AreaChart width={480} height={240} data={perDay}>
        <CartesianGrid />
        <XAxis dataKey="day" />
        <YAxis />
        <Tooltip />
        <Legend />
        <Area dataKey="messages" />
      </AreaChart>
      <BarChart width={480} height={240} data={perDay}>
        <XAxis dataKey="day" />
        <Bar dataKey="people" />
      </BarChart>
      <PieChart width={240} height={240}>
        <Pie data={perDay} dataKey="messages" nameKey="day" />
      </PieChart>
    </>
  );
}
