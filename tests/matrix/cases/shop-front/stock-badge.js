export function mountStockBadge(echo, sku) {
    const badge = document.createElement('span');
    badge.className = 'stock-badge';
    document.body?.appendChild(badge);

    const paint = (count) => {
        badge.textContent = count > 0 ? `${count} in stock` : 'sold out';
    };

    echo.channel(`stock.${sku}`).listen('StockChanged', ({ count }) => paint(count));

    window.axios
        .get(`/api/stock/${sku}`)
        .then(({ data }) => paint(Number(data?.count ?? 0)))
        .catch(() => paint(0));
}
