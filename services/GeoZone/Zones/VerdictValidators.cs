using System.Diagnostics.CodeAnalysis;
using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>What a question about a position must satisfy.</summary>
internal static class QuestionChecks
{
    private const double LargestRadiusM = 1_000_000;

    // The first and last seconds of the calendar, of the years 1 to 9999.
    private const long FirstSecond = -62_135_596_800, LastSecond = 253_402_300_799;

    /// <summary>Whether nothing is wrong with a question: told at once, without saying what is.</summary>
    public static bool IsRight([NotNullWhen(true)] PositionQuestion? question) =>
        question is { Position: { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }, RadiusM: >= 0 and <= LargestRadiusM } && IsRight(question.Instant);

    public static void Check(string path, PositionQuestion? question, FieldViolations violations)
    {
        if (IsRight(question))
            return;
        if (question is null)
        {
            violations.Add(path, "It is required.", "REQUIRED");
            return;
        }
        Place($"{path}.position", question.Position, violations);
        Radius($"{path}.radius_m", question.RadiusM, violations);
        Instant($"{path}.instant", question.Instant, violations);
    }

    public static void Radius(string path, double radiusM, FieldViolations violations) =>
        violations.AddIf(!(radiusM is >= 0 and <= LargestRadiusM), path, "It must be in the range [0, 1000000] metres.", "OUT_OF_RANGE");

    public static void Place(string path, Position? position, FieldViolations violations) => GeometryChecks.Position(new(violations), path, position);

    public static void Instant(string path, Timestamp? instant, FieldViolations violations) => violations.AddIf(
        !IsRight(instant), path, "It must be an instant of the years 1 to 9999.", "OUT_OF_RANGE");

    private static bool IsRight(Timestamp? instant) => instant is null || instant.Seconds is >= FirstSecond and <= LastSecond && instant.Nanos is >= 0 and < 1_000_000_000;
}

/// <summary>Says everything that is wrong with a question.</summary>
internal sealed class JudgePositionValidator : IRequestValidator<JudgePositionRequest>
{
    public string Reason => "POSITION_INVALID";

    public void Check(JudgePositionRequest request, FieldViolations violations) => QuestionChecks.Check("question", request.Question, violations);
}

/// <summary>Says what is wrong with a batch as a whole; each question fails alone.</summary>
internal sealed class JudgePositionsValidator : IRequestValidator<JudgePositionsRequest>
{
    private const int MostQuestions = 10_000;

    public string Reason => "POSITIONS_INVALID";

    public void Check(JudgePositionsRequest request, FieldViolations violations) => violations.AddIf(request.Questions.Count is 0 or > MostQuestions,
        "questions", "There must be 1 to 10000.", request.Questions.Count == 0 ? "REQUIRED" : "OUT_OF_RANGE");
}

/// <summary>Says everything that is wrong with a question about a line or an area.</summary>
internal sealed class JudgeGeometryValidator : IRequestValidator<JudgeGeometryRequest>
{
    public string Reason => "GEOMETRY_INVALID";

    public void Check(JudgeGeometryRequest request, FieldViolations violations)
    {
        if (request.Question is not { } question)
        {
            violations.Add("question", "It is required.", "REQUIRED");
            return;
        }
        switch (question.GeometryCase)
        {
            case GeometryQuestion.GeometryOneofCase.Line:
                GeometryChecks.Line(new(violations), "question.line", question.Line);
                break;
            case GeometryQuestion.GeometryOneofCase.Polygon:
                GeometryChecks.Polygon(new(violations), "question.polygon", question.Polygon);
                break;
            case GeometryQuestion.GeometryOneofCase.Point:
                QuestionChecks.Place("question.point", question.Point, violations);
                break;
            case GeometryQuestion.GeometryOneofCase.Lines:
                Lines(question.Lines.Lines, violations);
                break;
            case GeometryQuestion.GeometryOneofCase.Shape:
                new ShapeChecks(violations, mayName: true).Check("question.shape", question.Shape);
                break;
            default:
                violations.Add("question.geometry", "It is required: a point, a line, lines, a polygon or a shape.", "REQUIRED");
                break;
        }
        QuestionChecks.Radius("question.radius_m", question.RadiusM, violations);
        QuestionChecks.Instant("question.instant", question.Instant, violations);
    }

    private static void Lines(IReadOnlyList<Line> lines, FieldViolations violations)
    {
        const int most = 1_000, mostPositions = 10_000;
        violations.AddIf(lines.Count is 0 or > most, "question.lines.lines", $"There must be 1 to {most}.", lines.Count == 0 ? "REQUIRED" : "OUT_OF_RANGE");
        violations.AddIf(lines.Sum(line => line.Positions.Count) > mostPositions, "question.lines.lines", $"They must have at most {mostPositions} positions in all.", "OUT_OF_RANGE");
        if (violations.Count > 0)
            return;
        for (var i = 0; i < lines.Count; i++)
            GeometryChecks.Line(new(violations), $"question.lines.lines[{i}]", lines[i]);
    }
}

/// <summary>Says everything that is wrong with a request for the nearest zones.</summary>
internal sealed class FindNearestZonesValidator : IRequestValidator<FindNearestZonesRequest>
{
    private const int MostZones = 1_000;

    public string Reason => "POSITION_INVALID";

    public void Check(FindNearestZonesRequest request, FieldViolations violations)
    {
        QuestionChecks.Place("position", request.Position, violations);
        QuestionChecks.Instant("instant", request.Instant, violations);
        violations.AddIf(request.MaxZones is < 0 or > MostZones, "max_zones", "It must be in the range [0, 1000].", "OUT_OF_RANGE");
    }
}
