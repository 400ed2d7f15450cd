-- CreateTable
CREATE TABLE "FindingException" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "requesterId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL,
    "approverId" TEXT,
    "approverTeams" TEXT[],
    "decidedAt" TIMESTAMPTZ,
    "revoked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "FindingException_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FindingException_itemId_idx" ON "FindingException"("itemId");

-- AddForeignKey
ALTER TABLE "FindingException" ADD CONSTRAINT "FindingException_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE CASCADE ON UPDATE CASCADE;
