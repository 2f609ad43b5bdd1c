using Truceline.Entity.Reading;
using Truceline.Entity.Training.Evaluations;

namespace Truceline.Entity.Training.UnitTests;

public sealed class OverlapCountsTests
{
    [Fact]
    public void Add_SpansThatMeet_CountWhenTheirTypesAgree()
    {
        var counts = new OverlapCounts();

        counts.Add(
            [(new TextSpan(0, 10), EntityType.Person), (new TextSpan(20, 25), EntityType.Location)],
            [(new TextSpan(4, 12), EntityType.Person), (new TextSpan(20, 25), EntityType.Organisation), (new TextSpan(30, 31), EntityType.Person)],
            (_, _) => true);

        Assert.Equal(1.0 / 3, counts.Precision, 12);
        Assert.Equal(0.5, counts.Recall, 12);
        Assert.Equal(0.4, counts.F1, 12);
    }

    [Fact]
    public void Add_SpansThatAreNotCounted_MayBeMetAllTheSame()
    {
        var counts = new OverlapCounts();

        counts.Add([(new TextSpan(0, 10), EntityType.Person)], [(new TextSpan(4, 12), EntityType.Person)], (span, _) => span.Start > 0);

        Assert.Equal(1, counts.Precision);
        Assert.Equal(0, counts.Recall);
    }
}
