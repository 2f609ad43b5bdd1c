namespace Truceline.DevHost.UnitTests;

public sealed class TemporaryFolderTests : IDisposable
{
    private static readonly DateTimeOffset Later = TimeProvider.System.GetUtcNow().AddHours(1);
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("truceline-test-");

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public void RemoveAbandoned_FolderOfADevHostThatIsGone_RemovesItAndNothingElse()
    {
        var gone = Make("truceline-gone", "devhost.lock");
        var notOurs = Make("truceline-other", "data");
        var elsewhere = Make("another-gone", "devhost.lock");

        Assert.Equal(1, TemporaryFolder.RemoveAbandoned(_parent.FullName, Later));

        Assert.False(Directory.Exists(gone));
        Assert.True(Directory.Exists(notOurs));
        Assert.True(Directory.Exists(elsewhere));
    }

    [Fact]
    public void RemoveAbandoned_LockIsHeld_LeavesIt()
    {
        var path = Make("truceline-live", "devhost.lock");
        using var held = new FileStream(Path.Combine(path, "devhost.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal(0, TemporaryFolder.RemoveAbandoned(_parent.FullName, Later));
        Assert.True(Directory.Exists(path));
    }

    [Fact]
    public void RemoveAbandoned_MarkerIsNew_LeavesIt()
    {
        Make("truceline-new", "devhost.lock");

        Assert.Equal(0, TemporaryFolder.RemoveAbandoned(_parent.FullName, TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public void Create_ThenDispose_HoldsTheLockAndLeavesNothing()
    {
        var folder = TemporaryFolder.Create();
        Assert.Throws<IOException>(() => File.OpenWrite(Path.Combine(folder.FullName, "devhost.lock")).Dispose());

        folder.Dispose();

        Assert.False(Directory.Exists(folder.FullName));
    }

    private string Make(string folder, string file)
    {
        var path = _parent.CreateSubdirectory(folder).FullName;
        File.WriteAllText(Path.Combine(path, file), "1");
        return path;
    }
}
