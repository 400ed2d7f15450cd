-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('no_go', 'conditional_go', 'go');

-- CreateTable
CREATE TABLE "Delegation" (
    "id" TEXT NOT NULL,
    "absentId" TEXT NOT NULL,
    "delegateId" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ NOT NULL,
    "endsAt" TIMESTAMPTZ NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "endedAt" TIMESTAMPTZ,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyProposal" (
    "id" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposerId" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ NOT NULL,
    "deciderId" TEXT,
    "decidedAt" TIMESTAMPTZ,
    "approved" BOOLEAN,
    "decisionReason" TEXT,
    "approvedVersion" INTEGER,

    CONSTRAINT "PolicyProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictPoint" (
    "assessmentId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "revision" INTEGER NOT NULL,
    "ceiling" "Outcome" NOT NULL,
    "effective" "Outcome" NOT NULL,
    "rule" TEXT NOT NULL,
    "applicable" INTEGER NOT NULL,
    "declaredDone" INTEGER NOT NULL,
    "proven" INTEGER NOT NULL,

    CONSTRAINT "VerdictPoint_pkey" PRIMARY KEY ("assessmentId","date")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "assessmentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" TEXT[],
    "createdAt" TIMESTAMPTZ NOT NULL,
    "removedAt" TIMESTAMPTZ,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Watch" (
    "userId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "Watch_pkey" PRIMARY KEY ("userId","itemId")
);

-- CreateIndex
CREATE INDEX "Delegation_delegateId_endsAt_idx" ON "Delegation"("delegateId", "endsAt");

-- CreateIndex
CREATE INDEX "Delegation_absentId_idx" ON "Delegation"("absentId");

-- CreateIndex
CREATE INDEX "PolicyProposal_assessmentId_proposedAt_idx" ON "PolicyProposal"("assessmentId", "proposedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_userId_assessmentId_name_key" ON "SavedView"("userId", "assessmentId", "name");

-- CreateIndex
CREATE INDEX "Comment_itemId_createdAt_idx" ON "Comment"("itemId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_mentions_idx" ON "Comment" USING GIN ("mentions");

-- CreateIndex
CREATE INDEX "Watch_itemId_idx" ON "Watch"("itemId");

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_absentId_fkey" FOREIGN KEY ("absentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_proposerId_fkey" FOREIGN KEY ("proposerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_deciderId_fkey" FOREIGN KEY ("deciderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictPoint" ADD CONSTRAINT "VerdictPoint_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Watch" ADD CONSTRAINT "Watch_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_other_person" CHECK ("absentId" <> "delegateId");
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_period" CHECK ("endsAt" > "startsAt");
-- A policy changes by two people.
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_second_person" CHECK (approved IS NOT TRUE OR "deciderId" <> "proposerId");
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_decided" CHECK (("decidedAt" IS NULL) = (approved IS NULL));
ALTER TABLE "PolicyProposal" ADD CONSTRAINT "PolicyProposal_one_open" EXCLUDE USING btree ("assessmentId" WITH =) WHERE ("decidedAt" IS NULL);
ALTER TABLE "VerdictPoint" ADD CONSTRAINT "VerdictPoint_counts" CHECK (applicable >= 0 AND "declaredDone" BETWEEN 0 AND applicable AND proven BETWEEN 0 AND applicable);
