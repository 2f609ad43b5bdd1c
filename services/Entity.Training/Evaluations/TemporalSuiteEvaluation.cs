namespace Truceline.Entity.Training.Evaluations;

/// <summary>Dates, periods, numbers and dimensions on the cases of microsoft/Recognizers-Text (MIT). Every miss is printed with its reason.</summary>
internal sealed class TemporalSuiteEvaluation : IEvaluation
{
    private const double DateBar = 0.93;
    private const double NumberBar = 0.97;

    public string Name => "temporal";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var folder = Path.Combine(context.Data.FullName, "temporal");
        yield return Scored("DateTimeModel", "dates and periods, cases met", DateBar, TemporalEvaluation.Dates(Path.Combine(folder, "DateTimeModel.json"), spansOnly: false), "span and any listed value; feasts aside");
        yield return Scored("DatePeriodExtractor", "periods, cases met", DateBar, TemporalEvaluation.Dates(Path.Combine(folder, "DatePeriodExtractor.json"), spansOnly: true), "span");
        yield return Scored("DateTimeModel", "inputs without a time left alone", null, TemporalEvaluation.Silence(Path.Combine(folder, "DateTimeModel.json")), "");
        yield return Scored("NumberModel", "numbers, cases met", NumberBar, TemporalNumbers.Numbers(Path.Combine(folder, "NumberModel.json")), "span and value of all numbers of a case");
        yield return Scored("DimensionModel", "dimensions found", null, TemporalNumbers.Dimensions(Path.Combine(folder, "DimensionModel.json")), "number with its unit; bytes, angles and kitchen measures are not read");
    }

    private static Score Scored(string set, string measure, double? bar, (int Met, int All, List<string> Misses) result, string note)
    {
        foreach (var miss in result.Misses)
            Console.WriteLine($"{set}: {miss} [{MissReasons.Of(miss)}]");
        return new Score(set, measure, result.All == 0 ? 0 : (double)result.Met / result.All, bar, $"{result.Met} of {result.All}; {note}".TrimEnd(' ', ';'));
    }
}
