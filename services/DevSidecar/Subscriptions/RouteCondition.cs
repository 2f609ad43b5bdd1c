using System.Text.RegularExpressions;
using Truceline.DevSidecar.Publishing;

namespace Truceline.DevSidecar.Subscriptions;

/// <summary>
/// A routing condition of the form <c>event.field == "text"</c> or <c>!=</c>. That is the part of Dapr's expression language (CEL) that is
/// understood here.
/// </summary>
internal sealed partial record RouteCondition(string Field, string Value, bool Equal)
{
    /// <returns>Null when the expression is of another form.</returns>
    public static RouteCondition? Parse(string expression)
    {
        var match = Form().Match(expression);
        return match.Success
            ? new RouteCondition(match.Groups["field"].Value, match.Groups["value"].Value, match.Groups["operator"].Value == "==")
            : null;
    }

    public bool Holds(CloudEventEnvelope cloudEvent) => (cloudEvent.Text(Field) == Value) == Equal;

    public override string ToString() => $"event.{Field} {(Equal ? "==" : "!=")} \"{Value}\"";

    [GeneratedRegex("""^\s*event\.(?<field>\w+)\s*(?<operator>==|!=)\s*(?<quote>["'])(?<value>[^"'\\]*)\k<quote>\s*$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
