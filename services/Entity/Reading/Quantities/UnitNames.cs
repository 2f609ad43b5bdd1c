using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>What a unit measures, and how it converts.</summary>
internal sealed record KnownUnit(QuantityKind Kind, string Symbol, double Factor, double Zero = 0);

/// <summary>The names of units. A month is a twelfth of a Julian year; a ton without more is the metric one; a barrel is of oil, a gallon that of the United States.</summary>
internal static class UnitNames
{
    private const double Celsius = 1;
    private const double Fahrenheit = 5 / 9.0;

    private static readonly FrozenDictionary<string, KnownUnit> Known = All();
    private static readonly FrozenDictionary<string, KnownUnit>.AlternateLookup<ReadOnlySpan<char>> BySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The unit of a name: symbols as they are written, words in any case; null when it is none.</summary>
    public static KnownUnit? Find(ReadOnlySpan<char> name)
    {
        if (BySpan.TryGetValue(name, out var unit))
            return unit;
        if (name.Length < 4 || name.Length > 28)
            return null;
        Span<char> lower = stackalloc char[name.Length];
        for (var i = 0; i < name.Length; i++)
            lower[i] = name[i] is '-' or '\u00A0' or '\n' ? ' ' : char.ToLowerInvariant(name[i]);
        return BySpan.TryGetValue(lower, out unit) ? unit : null;
    }

    private static FrozenDictionary<string, KnownUnit> All()
    {
        var units = new Dictionary<string, KnownUnit>(StringComparer.Ordinal);
        Add(QuantityKind.Distance, "m", 1000, "km|kms|Km|KM|kilometre|kilometres|kilometer|kilometers|klick|klicks");
        Add(QuantityKind.Distance, "m", 1, "m|metre|metres|meter|meters");
        Add(QuantityKind.Distance, "m", 0.1, "dm|decimetre|decimetres|decimeter|decimeters");
        Add(QuantityKind.Distance, "m", 0.01, "cm|centimetre|centimetres|centimeter|centimeters");
        Add(QuantityKind.Distance, "m", 1e-6, "μm|µm|micrometre|micrometres|micrometer|micrometers|micron|microns");
        Add(QuantityKind.Distance, "m", 1609.344, "mi|mile|miles");
        Add(QuantityKind.Distance, "m", 1852, "nmi|NM|nautical mile|nautical miles");
        Add(QuantityKind.Distance, "m", 0.3048, "ft|foot|feet");
        Add(QuantityKind.Distance, "m", 0.9144, "yd|yds|yard|yards");
        Add(QuantityKind.Distance, "m", 0.0254, "inch|inches");
        Add(QuantityKind.Calibre, "m", 0.001, "mm|millimetre|millimetres|millimeter|millimeters");
        Add(QuantityKind.Calibre, "m", 0.0254, "calibre|caliber|cal");
        Add(QuantityKind.Area, "m2", 1e6, "km2|km²|sq km|sqkm|square km|square kilometre|square kilometres|square kilometer|square kilometers|sq. km");
        Add(QuantityKind.Area, "m2", 1, "m2|m²|sq m|square m|square metre|square metres|square meter|square meters|sq. m");
        Add(QuantityKind.Area, "m2", 2589988.110336, "square mile|square miles|sq mi|sq miles|sq. mi|sq. miles");
        Add(QuantityKind.Area, "m2", 0.09290304, "square foot|square feet|sq ft|sq. ft");
        Add(QuantityKind.Area, "m2", 1e4, "ha|hectare|hectares");
        Add(QuantityKind.Area, "m2", 4046.8564224, "acre|acres");
        Add(QuantityKind.Area, "m2", 1000, "dunam|dunams|dunum|dunums");
        Add(QuantityKind.Mass, "kg", 1000, "t|ton|tons|tonne|tonnes|metric ton|metric tons|metric tonne|metric tonnes");
        Add(QuantityKind.Mass, "kg", 907.18474, "short ton|short tons");
        Add(QuantityKind.Mass, "kg", 1, "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes");
        Add(QuantityKind.Mass, "kg", 1e-3, "g|gram|grams|gramme|grammes");
        Add(QuantityKind.Mass, "kg", 1e-6, "mg|milligram|milligrams|milligramme|milligrammes");
        Add(QuantityKind.Mass, "kg", 1e-9, "μg|µg|microgram|micrograms|microgramme|microgrammes");
        Add(QuantityKind.Mass, "kg", 0.45359237, "lb|lbs|pound|pounds");
        Add(QuantityKind.Mass, "kg", 0.028349523125, "oz|ounce|ounces");
        Add(QuantityKind.Volume, "m3", 1, "m3|m³|cubic metre|cubic metres|cubic meter|cubic meters");
        Add(QuantityKind.Volume, "m3", 1e-3, "litre|litres|liter|liters|l|L");
        Add(QuantityKind.Volume, "m3", 1e-6, "ml|mL|millilitre|millilitres|milliliter|milliliters");
        Add(QuantityKind.Volume, "m3", 0.158987294928, "barrel|barrels|bbl");
        Add(QuantityKind.Volume, "m3", 0.003785411784, "gallon|gallons|gal");
        Add(QuantityKind.Volume, "m3", 0.028316846592, "cubic foot|cubic feet|cu ft");
        Add(QuantityKind.Duration, "s", 1, "seconds|sec|secs");
        Add(QuantityKind.Duration, "s", 60, "min|mins|minute|minutes");
        Add(QuantityKind.Duration, "s", 3600, "h|hr|hrs|hour|hours");
        Add(QuantityKind.Duration, "s", 86400, "day|days");
        Add(QuantityKind.Duration, "s", 604800, "week|weeks");
        Add(QuantityKind.Duration, "s", 1209600, "fortnight|fortnights");
        Add(QuantityKind.Duration, "s", 2629800, "month|months");
        Add(QuantityKind.Duration, "s", 31557600, "year|years");
        Add(QuantityKind.Duration, "s", 315576000, "decade|decades");
        Add(QuantityKind.Speed, "m/s", 1 / 3.6, "kph|kmph|kmh");
        Add(QuantityKind.Speed, "m/s", 0.44704, "mph");
        Add(QuantityKind.Speed, "m/s", 1852 / 3600.0, "knot|knots|kn|kts");
        Add(QuantityKind.Temperature, "°C", Celsius, "°C|°c|ºC|° C|° Celsius|degrees Celsius|degrees celsius|degrees centigrade|degree Celsius|degrees C|C|Celsius");
        units.Remove("C");
        foreach (var name in new[] { "°F", "ºF", "° F", "° Fahrenheit", "degrees Fahrenheit", "degrees fahrenheit", "degrees F" })
            units[name] = new KnownUnit(QuantityKind.Temperature, "°C", Fahrenheit, -32 * Fahrenheit);
        Add(QuantityKind.Percentage, "%", 1, "%|percent|per cent|percentage point|percentage points|pct");
        Add(QuantityKind.Money, "USD", 1, "dollar|dollars|US dollar|US dollars|us dollars|USD");
        Add(QuantityKind.Money, "EUR", 1, "euro|euros|EUR");
        Add(QuantityKind.Money, "GBP", 1, "pounds sterling|British pounds|GBP|british pounds");
        Add(QuantityKind.Money, "RUB", 1, "rouble|roubles|ruble|rubles|RUB");
        Add(QuantityKind.Money, "UAH", 1, "hryvnia|hryvnias|UAH");
        Add(QuantityKind.Money, "ILS", 1, "shekel|shekels|ILS|NIS");
        Add(QuantityKind.Money, "JPY", 1, "yen|JPY");
        Add(QuantityKind.Money, "CNY", 1, "yuan|renminbi|CNY|RMB");
        Add(QuantityKind.Money, "SYP", 1, "Syrian pounds|Syrian pound|syrian pounds|SYP");
        Add(QuantityKind.Money, "SDG", 1, "Sudanese pounds|Sudanese pound");
        Add(QuantityKind.Money, "SSP", 1, "South Sudanese pounds|South Sudanese pound");
        Add(QuantityKind.Money, "LBP", 1, "Lebanese pounds|Lebanese pound|Lebanese lira|Lebanese liras");
        Add(QuantityKind.Money, "EGP", 1, "Egyptian pounds|Egyptian pound");
        Add(QuantityKind.Money, "YER", 1, "Yemeni rials|Yemeni riyals|Yemeni rial|Yemeni riyal");
        Add(QuantityKind.Money, "IQD", 1, "Iraqi dinars|Iraqi dinar");
        Add(QuantityKind.Money, "LYD", 1, "Libyan dinars|Libyan dinar");
        Add(QuantityKind.Money, "INR", 1, "Indian rupees|Indian rupee");
        Add(QuantityKind.Money, "PKR", 1, "Pakistani rupees|Pakistani rupee");
        Add(QuantityKind.Money, "ETB", 1, "birr");
        Add(QuantityKind.Money, "AFN", 1, "afghanis");
        Add(QuantityKind.Money, "NGN", 1, "naira");
        Add(QuantityKind.Money, "MMK", 1, "kyat|kyats");
        // Several states have a dinar, several a rial: the word stays, no code is guessed.
        Add(QuantityKind.Money, "dinar", 1, "dinars");
        Add(QuantityKind.Money, "rial", 1, "rials|riyals");
        Add(QuantityKind.Money, "SDG", 1, "Sudanese pounds|sudanese pounds|SDG");
        Add(QuantityKind.Money, "SSP", 1, "South Sudanese pounds|south sudanese pounds|SSP");
        Add(QuantityKind.Money, "LBP", 1, "Lebanese pounds|lebanese pounds|Lebanese lira|LBP");
        Add(QuantityKind.Money, "TRY", 1, "Turkish lira|Turkish liras|turkish lira|TRY");
        Add(QuantityKind.Money, "YER", 1, "Yemeni rials|Yemeni riyals|yemeni rials|YER");
        Add(QuantityKind.Money, "INR", 1, "rupees|Indian rupees|INR");
        Add(QuantityKind.Money, "CHF", 1, "Swiss francs|swiss francs|CHF");
        Add(QuantityKind.Money, "LYD", 1, "Libyan dinars|libyan dinars|LYD");
        Add(QuantityKind.Money, "IQD", 1, "Iraqi dinars|iraqi dinars|IQD");
        Add(QuantityKind.Money, "AMD", 1, "drams|AMD");
        Add(QuantityKind.Money, "AZN", 1, "manats|manat|AZN");
        Add(QuantityKind.Money, "GEL", 1, "lari|GEL");
        Add(QuantityKind.Money, "ETB", 1, "birr|ETB");
        return units.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(QuantityKind kind, string symbol, double factor, string names)
        {
            foreach (var name in names.Split('|'))
                units[name] = new KnownUnit(kind, symbol, factor);
        }
    }
}
