using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.ServiceDefaults.UnitTests;

public class ExceptionTableTests
{
    public static TheoryData<Exception, StatusCode, string> Rows => new()
    {
        { new InvalidRequestException("X_INVALID", [new BadRequest.Types.FieldViolation { Field = "a" }]), StatusCode.InvalidArgument, "X_INVALID" },
        { new ResourceNotFoundException("X_NOT_FOUND", "x", "1"), StatusCode.NotFound, "X_NOT_FOUND" },
        { new ResourceExhaustedException("TOO_SLOW", "slow"), StatusCode.ResourceExhausted, "TOO_SLOW" },
        { new DbUpdateConcurrencyException("rows"), StatusCode.Aborted, "CONCURRENT_CHANGE" },
        { new StaleEtagException("etag", "7"), StatusCode.Aborted, "CONCURRENT_CHANGE" },
        { new TimeoutException(), StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED" },
        { new OperationCanceledException(), StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED" },
        { new RpcException(Grpc.Core.Status.DefaultCancelled), StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE" },
        { new InvalidOperationException("secret"), StatusCode.Internal, "INTERNAL" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void ToStatus_AnException_GivesCodeAndReason(Exception exception, StatusCode code, string reason)
    {
        var status = ExceptionTable.ToStatus(exception, callerCancelled: false);

        Assert.Equal((int)code, status.Code);
        Assert.Equal(reason, status.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(ErrorDetails.Domain, status.GetDetail<ErrorInfo>().Domain);
    }

    [Fact]
    public void ToStatus_CancelledByTheCaller_IsCancelled() =>
        Assert.Equal((int)StatusCode.Cancelled, ExceptionTable.ToStatus(new OperationCanceledException(), callerCancelled: true).Code);

    [Fact]
    public void ToStatus_AnUnforeseenException_KeepsItsTextToItself() =>
        Assert.DoesNotContain("secret", ExceptionTable.ToStatus(new InvalidOperationException("secret"), false).ToString(), StringComparison.Ordinal);

    [Fact]
    public void ToStatus_Violations_AreAllThere()
    {
        var violations = new FieldViolations();
        violations.Add("a.b", "wrong", "WRONG");
        violations.AddIf(false, "a.c", "not wrong", "NOT");
        violations.AddIf(true, "a.d", "wrong too", "WRONG");

        var thrown = Assert.Throws<InvalidRequestException>(() => violations.ThrowIfAny("A_INVALID"));
        var details = ExceptionTable.ToStatus(thrown, false).GetDetail<BadRequest>();

        Assert.Equal(["a.b", "a.d"], details.FieldViolations.Select(v => v.Field));
    }
}
