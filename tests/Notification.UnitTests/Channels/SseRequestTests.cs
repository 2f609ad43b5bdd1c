using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Truceline.Notification.Channels.Streams;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.UnitTests.Channels;

public class SseRequestTests
{
    [Theory]
    [InlineData("?after_sequence=7", "", 7L)]
    [InlineData("?after_sequence=7", "9", 9L)]
    [InlineData("", "0", 0L)]
    [InlineData("", "", null)]
    public void Read_Resume_TakesTheHeaderFirst(string query, string lastEventId, long? after)
    {
        var (request, violations) = Read(query, lastEventId);

        Assert.Equal(after, request.After);
        Assert.Equal(0, violations.Count);
    }

    [Fact]
    public void Read_Filter_TakesEachParameterAgain()
    {
        var (request, violations) = Read("?subjects=SUBJECT_CLAIM&subjects=SUBJECT_INCIDENT&classes=warn&agreement_ids=a", "");

        Assert.Equal(
            new AlertFilter { Subjects = { Subject.Claim, Subject.Incident }, Classes = { "warn" }, AgreementIds = { "a" } }, request.Filter);
        Assert.Equal(0, violations.Count);
    }

    [Fact]
    public void Read_BadHeaderAndFilter_NotesBoth()
    {
        var (_, violations) = Read("?subjects=claim&agreement_ids=", "x");

        Assert.Equal(["subjects[0]", "agreement_ids[0]", "Last-Event-ID"], violations.All.Select(v => v.Field));
    }

    private static (SseRequest Request, FieldViolations Violations) Read(string query, string lastEventId)
    {
        var violations = new FieldViolations();
        return (SseRequest.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), lastEventId, violations), violations);
    }
}
